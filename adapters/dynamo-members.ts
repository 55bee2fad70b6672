import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { KeptMember, MemberStore } from '../domain/member/member-store.ts';
import type { StructureScope } from '../domain/structure/structure-scope.ts';
import { conditional } from './conditional.ts';
import { dynamoMemberGroups, membershipKey } from './dynamo-member-groups.ts';
import { dynamoMemberList } from './dynamo-member-list.ts';
import { dynamoNameBooks } from './dynamo-name-books.ts';
import { memberKey, toKeptMember, toMemberItem } from './member-item.ts';
import { readTogether } from './read-together.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey } = tables.members;

/** Members of a group read at once. */
const some = 100;

/**
 * Members of one structure in DynamoDB: an item of some hundred bytes each, one write unit and one of the list's index, and one more for each group. The item
 * says in which groups they are; what groups say besides is checked against it.
 */
export function dynamoMembers(client: DynamoDBDocumentClient, table: string, scope: StructureScope): MemberStore {
  const readOne = readTogether(client);
  const groups = dynamoMemberGroups(client, table, scope);
  const { idsIn, ...groupStore } = groups;

  async function kept(memberIds: readonly string[]): Promise<readonly KeptMember[]> {
    const items = await Promise.all(memberIds.map((memberId) => readOne(table, memberKey(scope, memberId))));
    return items.flatMap((item) => (item === undefined ? [] : [toKeptMember(item)]));
  }

  const memberships = (member: KeptMember) =>
    member.groups.map((groupId) => ({ PutRequest: { Item: membershipKey(scope, groupId, member.memberId) } }));
  const notIn = (groupIds: readonly string[], memberId: string) =>
    groupIds.map((groupId) => ({ DeleteRequest: { Key: membershipKey(scope, groupId, memberId) } }));

  return {
    ...dynamoNameBooks(client, table, scope),
    ...dynamoMemberList(client, table, scope, kept),
    ...groupStore,
    kept,
    read: kept,

    async *inGroups(groupIds) {
      const seen = new Set<string>();
      for (const groupId of new Set(groupIds)) {
        for await (const ids of idsIn(groupId)) {
          const fresh = ids.filter((id) => !seen.has(id));
          for (let at = 0; at < fresh.length; at += some) {
            const members = await kept(fresh.slice(at, at + some));
            const inIt = members.filter((member) => member.groups.includes(groupId));
            for (const { memberId } of inIt) {
              seen.add(memberId);
            }
            yield inIt;
          }
        }
      }
    },

    async add(member) {
      await writeBatches(client, table, memberships(member));
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: toMemberItem(scope, member),
            ConditionExpression: 'attribute_not_exists(#item)',
            ExpressionAttributeNames: { '#item': partitionKey },
          }),
        ),
      );
    },

    async addAll(members) {
      await writeBatches(client, table, members.flatMap(memberships));
      const items = members.map((member) => ({ PutRequest: { Item: toMemberItem(scope, member) } }));
      await writeBatches(client, table, items);
    },

    async change(member, left) {
      await writeBatches(client, table, memberships(member));
      const changed = await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: toMemberItem(scope, member),
            ConditionExpression: '#version = :read',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':read': member.version - 1 },
          }),
        ),
      );
      await writeBatches(client, table, changed ? notIn(left, member.memberId) : []);
      return changed;
    },

    async noteConsent(memberId, consent) {
      const Key = { ...memberKey(scope, memberId) };
      const noted = await conditional(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key,
            UpdateExpression: 'SET consent = :consent, #version = #version + :one',
            ConditionExpression: 'attribute_exists(#item) AND (attribute_not_exists(consent) OR consent.#at <= :at)',
            ExpressionAttributeNames: { '#item': partitionKey, '#version': 'version', '#at': 'at' },
            ExpressionAttributeValues: { ':consent': consent, ':at': consent.at, ':one': 1 },
          }),
        ),
      );
      return noted || (await readOne(table, memberKey(scope, memberId))) !== undefined;
    },

    async remove({ memberId, groups: stoodIn }) {
      await writeBatches(client, table, notIn(stoodIn, memberId));
      await client.send(new DeleteCommand({ TableName: table, Key: { ...memberKey(scope, memberId) } }));
    },
  };
}
