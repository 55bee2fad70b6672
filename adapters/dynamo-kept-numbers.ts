import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { KeptNumbers } from '../domain/recipient/register-keepers.ts';
import { latestInstant } from './latest-instant.ts';
import { readTogether } from './read-together.ts';
import { writeBatches } from './write-batches.ts';

/** Items of one read of the table of identities. */
const pageSize = 500;

/** Numbers as three tables know them: who has one (identities), what was heard of it (callbacks), whether it takes messages. */
export function dynamoKeptNumbers(
  client: DynamoDBDocumentClient,
  named: { readonly people: string; readonly callbacks: string; readonly messages?: string },
): KeptNumbers {
  const read = readTogether(client);
  const personKey = tables.people.partitionKey;
  const callbackKey = tables.callbacks.partitionKey;
  const { partitionKey: messageKey, sortKey: messagePart } = tables.messages;
  const numberOf = (programme: string, key: string) => `${programme}#number#${key}`;
  return {
    async page(programme, after) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: named.people,
          FilterExpression: 'begins_with(#person, :numbers)',
          ProjectionExpression: '#person',
          ExpressionAttributeNames: { '#person': personKey },
          ExpressionAttributeValues: { ':numbers': numberOf(programme, '') },
          Limit: pageSize,
          ...(after === undefined ? {} : { ExclusiveStartKey: { [personKey]: after } }),
        }),
      );
      const numbers = await Promise.all(
        Items.map(async (item) => {
          const key = String(item[personKey]).slice(numberOf(programme, '').length);
          const heard = await read(named.callbacks, { [callbackKey]: numberOf(programme, key) });
          const heardAt = heard && latestInstant(heard);
          return { key, ...(heardAt === undefined ? {} : { heardAt }) };
        }),
      );
      const next: unknown = LastEvaluatedKey?.[personKey];
      return { numbers, ...(typeof next === 'string' ? { next } : {}) };
    },

    async erase(programme, keys) {
      const deleted = (keyOf: (key: string) => Record<string, string>) =>
        keys.map((key) => ({ DeleteRequest: { Key: keyOf(key) } }));
      await writeBatches(
        client,
        named.callbacks,
        deleted((key) => ({ [callbackKey]: numberOf(programme, key) })),
      );
      if (named.messages !== undefined) {
        await writeBatches(
          client,
          named.messages,
          deleted((key) => ({ [messageKey]: numberOf(programme, key), [messagePart]: 'bad' })),
        );
      }
      // Whose it is goes last: what is left is found by it.
      await writeBatches(
        client,
        named.people,
        deleted((key) => ({ [personKey]: numberOf(programme, key) })),
      );
    },
  };
}
