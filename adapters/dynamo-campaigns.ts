import { type DynamoDBDocumentClient, PutCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import { type Campaign, cycleKey } from '../domain/campaign/campaign.ts';
import type {
  CampaignRegister,
  DispatchBoard,
  DispatchState,
  DuePartition,
} from '../domain/campaign/campaign-register.ts';
import type { DueLine, Recipient } from '../domain/campaign/recipient.ts';
import type { Erasable } from '../domain/retention/keeper.ts';
import { conditional } from './conditional.ts';
import { readTogether } from './read-together.ts';
import { restoredRecipient, storedRecipient } from './recipient-item.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey, dueIndex } = tables.campaigns;
/** Writes in the air at once while a register is loaded. */
const parallel = 25;
const alone = '-';

/** A person of a cycle (`<campaign>-<n>`), with the lines by which they are found from their numbers. */
export interface HeldRecipient {
  readonly cycle: string;
  readonly recipientId: string;
  readonly numbers: readonly string[];
}

/**
 * Campaigns in one table. An attempt costs one unit to claim (its line of the due index stays where it is), one unit and an index move of two to end,
 * or one and one to close; whoever is talked to costs one more for the record after what the agent says.
 */
export function dynamoCampaigns(
  client: DynamoDBDocumentClient,
  table: string,
  readOne = readTogether(client),
): CampaignRegister & DispatchBoard & Erasable<HeldRecipient> {
  function put(programme: string, recipient: Recipient, shards: number) {
    const isNew = recipient.version === 1;
    return conditional(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(programme, recipient, shards),
          ConditionExpression: isNew ? 'attribute_not_exists(#item)' : '#version = :read',
          ExpressionAttributeNames: isNew ? { '#item': partitionKey } : { '#version': 'version' },
          ...(!isNew && { ExpressionAttributeValues: { ':read': recipient.version - 1 } }),
        }),
      ),
    );
  }

  return {
    async campaigns(programme) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#item = :item',
          ExpressionAttributeNames: { '#item': partitionKey },
          ExpressionAttributeValues: { ':item': `${programme}#campaigns` },
          ConsistentRead: true,
        }),
      );
      // Only `saveCampaign` below fills these items.
      return Items.map(({ campaign }) => campaign as Campaign);
    },

    async saveCampaign(programme, campaign) {
      const isNew = campaign.version === 1;
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              [partitionKey]: `${programme}#campaigns`,
              [sortKey]: campaign.type,
              version: campaign.version,
              campaign,
            },
            ConditionExpression: isNew ? 'attribute_not_exists(#item)' : '#version = :read',
            ExpressionAttributeNames: isNew ? { '#item': partitionKey } : { '#version': 'version' },
            ...(!isNew && { ExpressionAttributeValues: { ':read': campaign.version - 1 } }),
          }),
        ),
      );
    },

    async add(programme, recipients, shards) {
      const numbers = new Map(
        recipients.flatMap(({ campaign, cycle, numbers: keys, recipientId }) =>
          keys.map((key) => {
            const item = numberItem(programme, cycleKey(campaign, cycle), key);
            return [`${item} ${recipientId}`, { [partitionKey]: item, [sortKey]: recipientId }] as const;
          }),
        ),
      );
      await writeBatches(
        client,
        table,
        [...numbers.values()].map((Item) => ({ PutRequest: { Item } })),
      );
      for (let start = 0; start < recipients.length; start += parallel) {
        await Promise.all(recipients.slice(start, start + parallel).map((one) => put(programme, one, shards)));
      }
    },

    async read(programme, cycle, recipientIds) {
      const ids = [...new Set(recipientIds)];
      const items = await Promise.all(ids.map((id) => readOne(table, keyOf(programme, cycle, id))));
      return items.flatMap((item) => (item === undefined ? [] : [toRecipient(item, programme, cycle)]));
    },

    async write(programme, recipient, shards) {
      return await put(programme, recipient, shards);
    },

    async due(programme, partition, { until, after, limit }) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: dueIndex.name,
          KeyConditionExpression: '#due = :due AND #dueAt BETWEEN :after AND :until',
          ExpressionAttributeNames: { '#due': dueIndex.partitionKey, '#dueAt': dueIndex.sortKey },
          ExpressionAttributeValues: {
            ':due': duePartition(programme, partition),
            // No position ends with this character, which is the least that may follow one.
            ':after': after === undefined ? ' ' : `${after} `,
            ':until': `${until}#~`,
          },
          Limit: limit,
        }),
      );
      return Items.map((item) => {
        const position = String(item[dueIndex.sortKey]);
        const due = toDue(String(item[dueIndex.partitionKey]), position);
        return { recipientId: idOf(String(item[partitionKey])), due, position };
      });
    },

    async ofNumber(programme, cycle, numberKey) {
      const ids: string[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#item = :item',
          ExpressionAttributeNames: { '#item': partitionKey },
          ExpressionAttributeValues: { ':item': numberItem(programme, cycle, numberKey) },
        },
      );
      for await (const { Items = [] } of pages) {
        ids.push(...Items.map((item) => String(item[sortKey])));
      }
      return ids;
    },

    async erase(programme, held) {
      const keys = held.flatMap(({ cycle, recipientId, numbers }) => [
        keyOf(programme, cycle, recipientId),
        ...numbers.map((key) => ({ [partitionKey]: numberItem(programme, cycle, key), [sortKey]: recipientId })),
      ]);
      await writeBatches(
        client,
        table,
        keys.map((Key) => ({ DeleteRequest: { Key } })),
      );
    },

    async readState(programme) {
      const key = { [partitionKey]: `${programme}#dispatch`, [sortKey]: 'state' };
      const item = await readOne(table, key);
      // Only `writeState` below fills this item.
      return item === undefined ? { flights: [], positions: {}, version: 0 } : (item['state'] as DispatchState);
    },

    async writeState(programme, state) {
      const isNew = state.version === 1;
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: `${programme}#dispatch`, [sortKey]: 'state', version: state.version, state },
            ConditionExpression: isNew ? 'attribute_not_exists(#item)' : '#version = :read',
            ExpressionAttributeNames: isNew ? { '#item': partitionKey } : { '#version': 'version' },
            ...(!isNew && { ExpressionAttributeValues: { ':read': state.version - 1 } }),
          }),
        ),
      );
    },
  };
}

function itemOf(programme: string, recipient: Recipient, shards: number) {
  const { campaign, cycle, recipientId, due } = recipient;
  const key = cycleKey(campaign, cycle);
  return {
    ...keyOf(programme, key, recipientId),
    ...storedRecipient(recipient),
    ...(due && {
      [dueIndex.partitionKey]: duePartition(programme, {
        cycle: key,
        rank: due.rank,
        shard: shardOf(recipientId, shards),
      }),
      [dueIndex.sortKey]: [due.at, String(recipient.riskRank).padStart(6, '0'), recipientId].join('#'),
    }),
  };
}

function toRecipient(item: Record<string, unknown>, programme: string, cycle: string): Recipient {
  const recipientId = idOf(String(item[partitionKey]));
  const at = cycle.lastIndexOf('-');
  const key = { campaign: cycle.slice(0, at), cycle: Number(cycle.slice(at + 1)), recipientId };
  const [partition, position] = [item[dueIndex.partitionKey], item[dueIndex.sortKey]];
  if (!String(item[partitionKey]).startsWith(`${programme}#`)) {
    throw new Error(`Recipient ${recipientId} is of another programme than "${programme}"`);
  }
  return {
    ...restoredRecipient(item, key),
    ...(typeof partition === 'string' && typeof position === 'string' && { due: toDue(partition, position) }),
  };
}

function toDue(partition: string, position: string): DueLine {
  const rank = Number(partition.split('#').at(-2));
  const at = position.split('#')[0];
  if (!Number.isInteger(rank) || at === undefined) {
    throw new Error(`Due line "${partition}" "${position}" is not one; accepted: …#rank#shard and instant#risk#id`);
  }
  return { rank, at };
}

function keyOf(programme: string, cycle: string, recipientId: string) {
  return { [partitionKey]: `${programme}#recipient#${cycle}#${recipientId}`, [sortKey]: alone };
}

function idOf(item: string): string {
  return item.split('#').slice(3).join('#');
}

function numberItem(programme: string, cycle: string, numberKey: string): string {
  return `${programme}#number#${cycle}#${numberKey}`;
}

function duePartition(programme: string, { cycle, rank, shard }: DuePartition): string {
  return `${programme}#due#${cycle}#${String(rank).padStart(2, '0')}#${shard}`;
}

/** Spreads people over shards; the same person always falls in the same one. */
function shardOf(id: string, shards: number): number {
  let hash = 0;
  for (const character of id) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647;
  }
  return hash % shards;
}
