import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import { type MemberField, memberFields } from '../domain/member-import/member-fields.ts';
import type { MemberImport, MemberImports } from '../domain/member-import/member-import.ts';
import { type StructureScope, scopedKey } from '../domain/structure/structure-scope.ts';
import { conditional } from './conditional.ts';
import { readItem } from './read-item.ts';

const { partitionKey, sortKey } = tables.members;

/** Imports of a structure beside its members: an item each, of some kilobytes, written a few times and once every two hundred names while it registers. */
export function dynamoMemberImports(
  client: DynamoDBDocumentClient,
  table: string,
  scope: StructureScope,
): MemberImports {
  const read = readItem(client);
  const imports = scopedKey(scope, 'imports');
  const mappingKey = (signature: string) => ({ [partitionKey]: scopedKey(scope, 'mappings'), [sortKey]: signature });
  return {
    async find(importId) {
      const item = await read(table, { [partitionKey]: imports, [sortKey]: importId });
      return item && toImport(item);
    },

    async latest(limit) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#item = :imports',
          ExpressionAttributeNames: { '#item': partitionKey },
          ExpressionAttributeValues: { ':imports': imports },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map(toImport);
    },

    async save({ mapping, ...job }) {
      const first = job.version === 1;
      const Item = {
        ...{ [partitionKey]: imports, [sortKey]: job.importId },
        ...job,
        ...(mapping && { mapping: mapping.map((field) => field ?? '') }),
      };
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item,
            ConditionExpression: first ? 'attribute_not_exists(#key)' : '#key = :read',
            ExpressionAttributeNames: { '#key': first ? partitionKey : 'version' },
            ...(first ? {} : { ExpressionAttributeValues: { ':read': job.version - 1 } }),
          }),
        ),
      );
    },

    async mapping(signature) {
      const item = await read(table, mappingKey(signature));
      return item && toMapping(item['mapping']);
    },

    async remember(signature, mapping) {
      const Item = { ...mappingKey(signature), mapping: mapping.map((field) => field ?? '') };
      await client.send(new PutCommand({ TableName: table, Item }));
    },
  };
}

/** Only `save` fills these items. */
function toImport({ [partitionKey]: _imports, [sortKey]: id, mapping, ...job }: Record<string, unknown>): MemberImport {
  if (typeof job['state'] !== 'string' || typeof job['version'] !== 'number') {
    throw new Error(`Item "${String(id)}" is no import; accepted: items with a state and a version`);
  }
  return { ...job, ...(mapping !== undefined && { mapping: toMapping(mapping) }) } as unknown as MemberImport;
}

/** A field that no longer exists is a column without one. */
function toMapping(value: unknown): readonly (MemberField | undefined)[] {
  const names = Array.isArray(value) ? value : [];
  return names.map((name) => memberFields.find(({ code }) => code === name)?.code);
}
