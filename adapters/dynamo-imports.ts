import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { ImportJob, ImportJobs } from '../domain/recipient/import-job.ts';
import { listFields } from '../domain/recipient/recipient-fields.ts';
import { conditional } from './conditional.ts';

const { partitionKey, sortKey } = tables.recipients;

/** Imports in the table of the register: an item each, of some kilobytes, written a few times and once every 200 people while it is committed. */
export function dynamoImports(client: DynamoDBDocumentClient, table: string): ImportJobs {
  async function get(partition: string, sort: string): Promise<Record<string, unknown> | undefined> {
    const Key = { [partitionKey]: partition, [sortKey]: sort };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item;
  }

  return {
    async find(programme, importId) {
      const item = await get(importsOf(programme), importId);
      return item === undefined ? undefined : toJob(item);
    },

    async latest(programme, limit) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#register = :register',
          ExpressionAttributeNames: { '#register': partitionKey },
          ExpressionAttributeValues: { ':register': importsOf(programme) },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map(toJob);
    },

    async save(programme, { importId, mapping, ...job }) {
      const first = job.version === 1;
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              [partitionKey]: importsOf(programme),
              [sortKey]: importId,
              ...job,
              ...(mapping && { mapping: mapping.map((field) => field ?? '') }),
            },
            ConditionExpression: first ? 'attribute_not_exists(#register)' : '#version = :read',
            ExpressionAttributeNames: first ? { '#register': partitionKey } : { '#version': 'version' },
            ...(first ? {} : { ExpressionAttributeValues: { ':read': job.version - 1 } }),
          }),
        ),
      );
    },

    async mapping(programme, signature) {
      const item = await get(mappingsOf(programme), signature);
      return item === undefined ? undefined : toMapping(item['mapping']);
    },

    async remember(programme, signature, mapping) {
      const Item = {
        [partitionKey]: mappingsOf(programme),
        [sortKey]: signature,
        mapping: mapping.map((field) => field ?? ''),
      };
      await client.send(new PutCommand({ TableName: table, Item }));
    },
  };
}

/** Only `save` above fills these items. */
function toJob({ [partitionKey]: _imports, [sortKey]: importId, mapping, ...job }: Record<string, unknown>): ImportJob {
  if (typeof importId !== 'string' || typeof job['state'] !== 'string' || typeof job['version'] !== 'number') {
    throw new Error(`Item "${String(importId)}" is no import; accepted: items with a state and a version`);
  }
  return { importId, ...job, ...(mapping !== undefined && { mapping: toMapping(mapping) }) } as ImportJob;
}

/** A field that no longer exists is a column without one. */
function toMapping(value: unknown): NonNullable<ImportJob['mapping']> {
  const names = Array.isArray(value) ? value : [];
  return names.map((name) => listFields(true).find(({ code }) => code === name)?.code);
}

function importsOf(programme: string): string {
  return `${programme}#imports`;
}

function mappingsOf(programme: string): string {
  return `${programme}#mappings`;
}
