import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { ErasureOrder, RetentionBook, RetentionRun } from '../domain/retention/retention-book.ts';
import { conditional } from './conditional.ts';

const { partitionKey, sortKey } = tables.retention;

/** Nights of retention, an item each, and orders of erasure: a write unit a step of a night. */
export function dynamoRetention(client: DynamoDBDocumentClient, table: string): RetentionBook {
  return {
    async run(programme, day) {
      const Key = { [partitionKey]: `${programme}#runs`, [sortKey]: day };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      // Only `writeRun` below fills these items.
      return Item?.['run'] as RetentionRun | undefined;
    },

    async writeRun(programme, run) {
      const isNew = run.version === 1;
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: `${programme}#runs`, [sortKey]: run.day, version: run.version, run },
            ConditionExpression: isNew ? 'attribute_not_exists(#key)' : '#version = :read',
            ExpressionAttributeNames: isNew ? { '#key': partitionKey } : { '#version': 'version' },
            ...(!isNew && { ExpressionAttributeValues: { ':read': run.version - 1 } }),
          }),
        ),
      );
    },

    async order(programme, { person, at, by }) {
      await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: `${programme}#erasures`, [sortKey]: person, at, by },
            ConditionExpression: 'attribute_not_exists(#key)',
            ExpressionAttributeNames: { '#key': partitionKey },
          }),
        ),
      );
    },

    async orders(programme) {
      const found: ErasureOrder[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#key = :erasures',
          ExpressionAttributeNames: { '#key': partitionKey },
          ExpressionAttributeValues: { ':erasures': `${programme}#erasures` },
        },
      );
      for await (const { Items = [] } of pages) {
        found.push(
          ...Items.map((item) => ({
            person: String(item[sortKey]),
            at: String(item['at']),
            by: String(item['by']),
          })),
        );
      }
      return found;
    },
  };
}
