import { createHash, randomUUID } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { KnownName, NameBook } from '../domain/member/known-name.ts';
import type { NameBooks } from '../domain/member/member-store.ts';
import { type StructureScope, scopedKey } from '../domain/structure/structure-scope.ts';
import { conditional } from './conditional.ts';
import { alone } from './member-item.ts';
import { readTogether } from './read-together.ts';

const { partitionKey, sortKey } = tables.members;

/** Books of names, an item each of some hundred bytes: one write unit to take a name, whatever may tell that it is taken. An empty book is no item. */
export function dynamoNameBooks(client: DynamoDBDocumentClient, table: string, scope: StructureScope): NameBooks {
  const read = readTogether(client);
  const placeOf = (key: string) => ({
    [partitionKey]: scopedKey(scope, 'claim', createHash('sha256').update(key).digest('base64url').slice(0, 22)),
    [sortKey]: alone,
  });
  return {
    async names(keys) {
      const books = keys.map(async (key) => [key, toBook(await read(table, placeOf(key)))] as const);
      return new Map(await Promise.all(books));
    },

    async saveNames(key, { stamp }, names) {
      const condition =
        stamp === undefined
          ? { ConditionExpression: 'attribute_not_exists(#item)', ExpressionAttributeNames: { '#item': partitionKey } }
          : {
              ConditionExpression: '#stamp = :read',
              ExpressionAttributeNames: { '#stamp': 'stamp' },
              ExpressionAttributeValues: { ':read': stamp },
            };
      const Key = placeOf(key);
      const write =
        names.length === 0
          ? client.send(new DeleteCommand({ TableName: table, Key, ...condition }))
          : client.send(
              new PutCommand({ TableName: table, Item: { ...Key, names, stamp: randomUUID() }, ...condition }),
            );
      return await conditional(write);
    },
  };
}

/** Only `saveNames` fills these items. */
function toBook(item: Record<string, unknown> | undefined): NameBook {
  return item === undefined
    ? { names: [] }
    : { names: item['names'] as readonly KnownName[], stamp: String(item['stamp']) };
}
