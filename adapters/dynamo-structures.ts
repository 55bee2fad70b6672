import { type DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { Account, Structure } from '../domain/structure/structure.ts';
import type { Accounts, Structures } from '../domain/structure/structures.ts';
import { conditional } from './conditional.ts';
import { readItem } from './read-item.ts';

const { partitionKey, sortKey } = tables.structures;
const french = new Intl.Collator('fr');

/** Structures of one programme: some dozens, read together. */
export function dynamoStructures(client: DynamoDBDocumentClient, table: string, programme: string): Structures {
  const item = `${programme}#structures`;
  const read = readItem(client);
  return {
    async all() {
      const found = await every(client, table, item);
      return found.map(toStructure).sort((one, other) => french.compare(one.name, other.name));
    },
    async find(id) {
      const found = await read(table, { [partitionKey]: item, [sortKey]: id });
      return found && toStructure(found);
    },
    async add(structure) {
      await client.send(
        new PutCommand({ TableName: table, Item: { [partitionKey]: item, [sortKey]: structure.id, ...structure } }),
      );
    },
    async rename(id, before, name) {
      return await conditional(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { [partitionKey]: item, [sortKey]: id },
            UpdateExpression: 'SET #name = :name',
            ConditionExpression: '#name = :before',
            ExpressionAttributeNames: { '#name': 'name' },
            ExpressionAttributeValues: { ':before': before, ':name': name },
          }),
        ),
      );
    },
  };
}

/** Accounts of one programme, by user name. */
export function dynamoAccounts(client: DynamoDBDocumentClient, table: string, programme: string): Accounts {
  const item = `${programme}#accounts`;
  const read = readItem(client);
  return {
    async find(userName) {
      const found = await read(table, { [partitionKey]: item, [sortKey]: userName });
      return found && toAccount(found);
    },
    async all() {
      const found = await every(client, table, item);
      return found.map(toAccount).sort((one, other) => french.compare(one.displayName, other.displayName));
    },
    async save(account) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: item, [sortKey]: account.userName, ...account },
            ConditionExpression: 'attribute_not_exists(#item) OR version = :before',
            ExpressionAttributeNames: { '#item': partitionKey },
            ExpressionAttributeValues: { ':before': account.version - 1 },
          }),
        ),
      );
    },
  };
}

async function every(client: DynamoDBDocumentClient, table: string, item: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#item = :item',
        ExpressionAttributeNames: { '#item': partitionKey },
        ExpressionAttributeValues: { ':item': item },
        ConsistentRead: true,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    found.push(...Items);
    after = LastEvaluatedKey;
  } while (after !== undefined);
  return found;
}

function toStructure(item: Record<string, unknown>): Structure {
  return {
    id: text(item, 'id'),
    name: text(item, 'name'),
    createdAt: text(item, 'createdAt'),
    createdBy: text(item, 'createdBy'),
  };
}

function toAccount(item: Record<string, unknown>): Account {
  const { disabledAt, role, version } = item;
  return {
    userName: text(item, 'userName'),
    structure: text(item, 'structure'),
    structureName: text(item, 'structureName'),
    role: role === 'admin' ? 'admin' : 'user',
    displayName: text(item, 'displayName'),
    email: text(item, 'email'),
    createdAt: text(item, 'createdAt'),
    createdBy: text(item, 'createdBy'),
    ...(typeof disabledAt === 'string' && { disabledAt }),
    version: Number(version),
  };
}

function text(item: Record<string, unknown>, name: string): string {
  const value = item[name];
  if (typeof value !== 'string' || value === '') {
    throw new Error(`Item ${String(item[partitionKey])} has no "${name}"; accepted: a text`);
  }
  return value;
}
