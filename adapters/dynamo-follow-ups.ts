import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { FollowedPeople } from '../domain/follow-up/follow-up-ports.ts';
import type { EndedPeople } from '../domain/follow-up/followed-people-keeper.ts';
import type { FollowedPerson, MomentFacts } from '../domain/follow-up/followed-person.ts';
import type { Erasable } from '../domain/retention/keeper.ts';
import { conditional } from './conditional.ts';
import { readTogether } from './read-together.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, dueIndex } = tables.followUps;
/** Writes in the air at once. */
const parallel = 25;
/** A partition of the index takes 1 000 writes a second; a day's people become due in the same minute, and are taken over some. */
const dueShard = 0;

/**
 * Followed people, one item each under a kilobyte: a write unit, and one or two more when their place in the due index moves. Of a moment that is over,
 * only how it ended is kept: the journal has the rest. Who is followed no more stays in the index by when that was, for the retention of the night.
 */
export function dynamoFollowUps(
  client: DynamoDBDocumentClient,
  table: string,
  read = readTogether(client),
): FollowedPeople & EndedPeople & Erasable<string> {
  async function put(programme: string, person: FollowedPerson): Promise<boolean> {
    const isNew = person.version === 1;
    return await conditional(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(programme, person),
          ConditionExpression: isNew ? 'attribute_not_exists(#person)' : '#version = :read',
          ExpressionAttributeNames: isNew ? { '#person': partitionKey } : { '#version': 'version' },
          ...(!isNew && { ExpressionAttributeValues: { ':read': person.version - 1 } }),
        }),
      ),
    );
  }

  /** A partition of the index up to an instant, ascending, from after a place in it on. */
  async function listed(
    programme: string,
    partition: string,
    until: string,
    limit: number,
    after = '',
  ): Promise<readonly { readonly recipientId: string; readonly place: string }[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: dueIndex.name,
        KeyConditionExpression: '#due = :due AND #dueAt BETWEEN :after AND :until',
        ExpressionAttributeNames: { '#due': dueIndex.partitionKey, '#dueAt': dueIndex.sortKey },
        // No place ends with a space, which is the least that may follow one.
        ExpressionAttributeValues: { ':due': partition, ':after': `${after} `, ':until': `${until}#~` },
        Limit: limit,
      }),
    );
    return Items.map((item) => ({
      recipientId: String(item[partitionKey]).slice(keyOf(programme, '').length),
      place: String(item[dueIndex.sortKey]),
    }));
  }

  return {
    async read(programme, recipientIds) {
      const ids = [...new Set(recipientIds)];
      const items = await Promise.all(ids.map((id) => read(table, { [partitionKey]: keyOf(programme, id) })));
      return items.flatMap((item) => (item === undefined ? [] : [toPerson(item)]));
    },

    async add(programme, people) {
      const there: string[] = [];
      for (let start = 0; start < people.length; start += parallel) {
        await Promise.all(
          people.slice(start, start + parallel).map(async (person) => {
            if (!(await put(programme, person))) {
              there.push(person.recipientId);
            }
          }),
        );
      }
      return there;
    },

    write: put,

    async due(programme, until, limit) {
      const people = await listed(programme, dueOf(programme), until, limit);
      return people.map(({ recipientId }) => recipientId);
    },

    async ended(programme, { before, after, limit }) {
      return await listed(programme, endedOf(programme), before, limit, after);
    },

    async erase(programme, ids) {
      const requests = ids.map((id) => ({ DeleteRequest: { Key: { [partitionKey]: keyOf(programme, id) } } }));
      await writeBatches(client, table, requests);
    },
  };
}

function itemOf(programme: string, { due, version, moments, ...person }: FollowedPerson) {
  const kept = Object.fromEntries(Object.entries(moments).map(([code, facts]) => [code, keptOf(facts)]));
  const line: readonly [partition: string, at: string] | undefined =
    due !== undefined
      ? [dueOf(programme), due]
      : person.endedAt !== undefined
        ? [endedOf(programme), person.endedAt]
        : undefined;
  return {
    [partitionKey]: keyOf(programme, person.recipientId),
    version,
    content: { ...person, moments: kept },
    ...(line !== undefined && {
      [dueIndex.partitionKey]: line[0],
      [dueIndex.sortKey]: `${line[1]}#${person.recipientId}`,
    }),
  };
}

function keptOf(facts: MomentFacts): MomentFacts {
  const { closed, answered, openedAt } = facts;
  return closed === undefined
    ? facts
    : { ...(openedAt !== undefined && { openedAt }), ...(answered !== undefined && { answered }), closed };
}

/** Only `put` above fills these items. */
function toPerson(item: Readonly<Record<string, unknown>>): FollowedPerson {
  const { version, content } = item;
  const due = String(item[dueIndex.partitionKey]).includes('#due#') ? item[dueIndex.sortKey] : undefined;
  if (typeof version !== 'number' || typeof content !== 'object' || content === null) {
    throw new Error(
      `Followed person "${item[partitionKey]}" has no version or content; accepted: items written by follow-ups`,
    );
  }
  return {
    ...(content as Omit<FollowedPerson, 'version' | 'due'>),
    version,
    ...(typeof due === 'string' && { due: due.slice(0, due.indexOf('#')) }),
  };
}

function keyOf(programme: string, recipientId: string): string {
  return `${programme}#followed#${recipientId}`;
}

/** Where those whose follow-up is over wait to be forgotten. */
function endedOf(programme: string): string {
  return `${programme}#ended`;
}

function dueOf(programme: string): string {
  return `${programme}#due#${dueShard}`;
}
