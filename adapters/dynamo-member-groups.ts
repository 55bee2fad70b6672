import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, PutCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import { foldName } from '../domain/member/collation.ts';
import type { MemberGroup } from '../domain/member/member.ts';
import type { MemberStore } from '../domain/member/member-store.ts';
import { type StructureScope, scopedKey } from '../domain/structure/structure-scope.ts';
import { conditional } from './conditional.ts';
import { alone } from './member-item.ts';
import { readItem } from './read-item.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey } = tables.members;

type GroupStore = Pick<MemberStore, 'groups' | 'groupBook' | 'saveGroups' | 'groupSize' | 'emptyGroup'> & {
  /** Ids of those who stand in a group, some hundreds at a time. */
  idsIn(groupId: string): AsyncIterable<readonly string[]>;
};

/** Groups of a structure in one item, since two of one name must never be; who stands in a group is an item of two keys, beside the member's own list. */
export function dynamoMemberGroups(client: DynamoDBDocumentClient, table: string, scope: StructureScope): GroupStore {
  const read = readItem(client);
  const book = { [partitionKey]: scopedKey(scope, 'groups'), [sortKey]: alone };
  const inGroup = (groupId: string) => ({
    TableName: table,
    KeyConditionExpression: '#item = :group',
    ExpressionAttributeNames: { '#item': partitionKey },
    ExpressionAttributeValues: { ':group': scopedKey(scope, 'group', groupId) },
    ConsistentRead: true,
  });

  async function groupBook() {
    const item = await read(table, book);
    // Only `saveGroups` fills it.
    return item === undefined
      ? { groups: [] }
      : { groups: item['groups'] as readonly MemberGroup[], stamp: String(item['stamp']) };
  }

  async function* idsIn(groupId: string): AsyncGenerator<readonly string[]> {
    for await (const { Items = [] } of paginateQuery({ client }, inGroup(groupId))) {
      yield Items.map((item) => String(item[sortKey]));
    }
  }

  return {
    idsIn,
    groupBook,

    async groups() {
      const { groups } = await groupBook();
      return [...groups].sort((a, b) => (foldName(a.name) < foldName(b.name) ? -1 : 1));
    },

    async saveGroups({ stamp }, groups) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...book, groups, stamp: randomUUID() },
            ConditionExpression: stamp === undefined ? 'attribute_not_exists(#key)' : '#key = :read',
            ExpressionAttributeNames: { '#key': stamp === undefined ? partitionKey : 'stamp' },
            ...(stamp !== undefined && { ExpressionAttributeValues: { ':read': stamp } }),
          }),
        ),
      );
    },

    async groupSize(groupId) {
      let size = 0;
      let from: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({ ...inGroup(groupId), Select: 'COUNT', ...(from && { ExclusiveStartKey: from }) }),
        );
        size += page.Count ?? 0;
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
      return size;
    },

    async emptyGroup(groupId) {
      for await (const ids of idsIn(groupId)) {
        await writeBatches(
          client,
          table,
          ids.map((memberId) => ({ DeleteRequest: { Key: membershipKey(scope, groupId, memberId) } })),
        );
      }
    },
  };
}

export function membershipKey(scope: StructureScope, groupId: string, memberId: string) {
  return { [partitionKey]: scopedKey(scope, 'group', groupId), [sortKey]: memberId };
}
