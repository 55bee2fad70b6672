import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { CallbackRegister, NumberItem, NumberLock } from '../domain/callback/callback-register.ts';
import type { DispatchTurn } from '../domain/callback/dialler.ts';
import type { NextStep } from '../domain/callback/next-step.ts';
import { type NumberFacts, noFacts } from '../domain/callback/number-facts.ts';
import type { ManualNumbers } from '../domain/manual-call/manual-call-ports.ts';
import { conditional } from './conditional.ts';

const { partitionKey, dueIndex } = tables.callbacks;
/** One index partition takes 1 000 writes a second, a hundred times what a centre of inbound calls makes. */
const dueShard = 0;
/** Some 50 kilobytes of lines: who is beyond comes back at the next tick. */
const dueLimit = 500;
/** As many as a page shows: who is beyond comes once these are called. */
const manualLimit = 50;
/** Two runs closer than this would both count the same free agents: the index that shows dials in flight follows a moment later. */
const turnMs = 3_000;

/**
 * The callback register and the locks in one table. Writing an item costs one unit per kilobyte (about 300 bytes a call, 450 an attempt), and one
 * or two more when what is due next changes (the old line of the index goes, the new one comes). Nothing due: no index write.
 */
export function dynamoCallbacks(
  client: DynamoDBDocumentClient,
  table: string,
): CallbackRegister & ManualNumbers & NumberLock & DispatchTurn {
  const dueIn = async (programme: string, partition: string, until: string, limit: number) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: dueIndex.name,
        KeyConditionExpression: '#due = :due AND #dueAt <= :until',
        ExpressionAttributeNames: { '#due': dueIndex.partitionKey, '#dueAt': dueIndex.sortKey },
        ExpressionAttributeValues: { ':due': partition, ':until': `${until}#~` },
        Limit: limit,
      }),
    );
    return Items.map((item) => ({
      numberKey: String(item[partitionKey]).slice(numberOf(programme, '').length),
      next: toNext(String(item[dueIndex.sortKey])),
    }));
  };
  return {
    async read(programme, numberKey) {
      const key = { [partitionKey]: numberOf(programme, numberKey) };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      return Item === undefined ? { facts: noFacts, version: 0 } : toItem(Item);
    },

    async write(programme, numberKey, { facts, version, next }) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              [partitionKey]: numberOf(programme, numberKey),
              version,
              ...stored(facts),
              ...(next && {
                [dueIndex.partitionKey]: partitionFor(programme, next),
                [dueIndex.sortKey]: dueLine(next),
              }),
            },
            ConditionExpression: version === 1 ? 'attribute_not_exists(#number)' : '#version = :read',
            ExpressionAttributeNames: version === 1 ? { '#number': partitionKey } : { '#version': 'version' },
            ...(version > 1 && { ExpressionAttributeValues: { ':read': version - 1 } }),
          }),
        ),
      );
    },

    dueUntil: (programme, until) => dueIn(programme, duePartition(programme), until, dueLimit),

    manualUntil: (programme, until) => dueIn(programme, manualPartition(programme), until, manualLimit),

    async acquire(numberKey, owner, until, now) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: lockOf(numberKey), owner, until },
            ConditionExpression: 'attribute_not_exists(#number) OR #until < :now OR #owner = :owner',
            ExpressionAttributeNames: { '#number': partitionKey, '#until': 'until', '#owner': 'owner' },
            ExpressionAttributeValues: { ':now': now, ':owner': owner },
          }),
        ),
      );
    },

    async release(numberKey, owner) {
      await conditional(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: { [partitionKey]: lockOf(numberKey) },
            ConditionExpression: '#owner = :owner',
            ExpressionAttributeNames: { '#owner': 'owner' },
            ExpressionAttributeValues: { ':owner': owner },
          }),
        ),
      );
    },

    async take(programme, owner, at) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: `deployment#dispatch#${programme}`, owner, at },
            ConditionExpression: 'attribute_not_exists(#number) OR #at < :before OR #owner = :owner',
            ExpressionAttributeNames: { '#number': partitionKey, '#at': 'at', '#owner': 'owner' },
            ExpressionAttributeValues: {
              ':before': new Date(Date.parse(at) - turnMs).toISOString(),
              ':owner': owner,
            },
          }),
        ),
      );
    },
  };
}

function stored({ sources, conversations, attempts, channel, zones }: NumberFacts) {
  return {
    ...(sources.length > 0 && { sources }),
    ...(conversations.length > 0 && { conversations }),
    ...(attempts.length > 0 && { attempts }),
    ...(channel && { channel }),
    ...(zones && { zones }),
  };
}

/** Only `write` above fills these items: their members are those of the facts. */
function toItem(item: Record<string, unknown>): NumberItem {
  const { version, sources = [], conversations = [], attempts = [], channel, zones } = item;
  const line = item[dueIndex.sortKey];
  if (typeof version !== 'number') {
    throw new Error(`Callback item "${item[partitionKey]}" has no version; accepted: items written by the register`);
  }
  const known = { ...(channel === 'manual' && { channel }), ...(Array.isArray(zones) && { zones }) };
  const facts = { sources, conversations, attempts, ...known } as NumberFacts;
  return { version, facts, ...(typeof line === 'string' && { next: toNext(line) }) };
}

function dueLine({ at, oldest, type, callbackId }: NextStep): string {
  return [at, oldest, type, callbackId].join('#');
}

function toNext(line: string): NextStep {
  const [at, oldest, type, callbackId] = line.split('#');
  if (at === undefined || oldest === undefined || callbackId === undefined || !isType(type)) {
    throw new Error(
      `Due line "${line}" is not one; accepted: due instant#oldest call#dial, check, lease or manual#callback id`,
    );
  }
  return { at, oldest, type, callbackId };
}

function isType(type: string | undefined): type is NextStep['type'] {
  return type === 'dial' || type === 'check' || type === 'lease' || type === 'manual';
}

function numberOf(programme: string, numberKey: string): string {
  return `${programme}#number#${numberKey}`;
}

function duePartition(programme: string): string {
  return `${programme}#due#${dueShard}`;
}

/** Apart, so that those who are dialled by hand never crowd out those whom the dispatcher dials. */
function manualPartition(programme: string): string {
  return `${programme}#manual`;
}

function partitionFor(programme: string, { type }: NextStep): string {
  return type === 'manual' ? manualPartition(programme) : duePartition(programme);
}

function lockOf(numberKey: string): string {
  return `deployment#lock#${numberKey}`;
}
