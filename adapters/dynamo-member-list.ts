import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { KeptMember, MemberStore } from '../domain/member/member-store.ts';
import { type StructureScope, scopedKey } from '../domain/structure/structure-scope.ts';
import { firstNamePlace, listPlace } from './member-item.ts';

const { partitionKey, dueIndex, searchIndex } = tables.members;

/** Members read at once when all are. */
const some = 500;

type Kept = (memberIds: readonly string[]) => Promise<readonly KeptMember[]>;

/** The list of a structure, in the order of the index: a page is one query of it and one reading of its members, however many there are. */
export function dynamoMemberList(
  client: DynamoDBDocumentClient,
  table: string,
  scope: StructureScope,
  kept: Kept,
): Pick<MemberStore, 'page' | 'all' | 'count'> {
  const list = scopedKey(scope, 'members');

  async function query(
    prefix: string,
    limit: number,
    from: Record<string, unknown> | undefined,
    forward: boolean,
    index: typeof dueIndex | typeof searchIndex = dueIndex,
  ) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: index.name,
        KeyConditionExpression: prefix === '' ? '#list = :list' : '#list = :list AND begins_with(#key, :prefix)',
        ExpressionAttributeNames: {
          '#list': index.partitionKey,
          ...(prefix === '' ? {} : { '#key': index.sortKey }),
        },
        ExpressionAttributeValues: { ':list': list, ...(prefix === '' ? {} : { ':prefix': prefix }) },
        Limit: limit,
        ScanIndexForward: forward,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    // partition = `…#member#<id>`
    const ids = Items.map((item) => String(item[partitionKey]).slice(scopedKey(scope, 'member', '').length));
    return { ids, next: LastEvaluatedKey };
  }

  return {
    async page({ limit, prefix = '', by, after, before }) {
      const [index, placeOf] = by === undefined ? [dueIndex, listPlace] : [searchIndex, firstNamePlace];
      const from = after ?? before;
      const [edge] = from === undefined ? [] : await kept([from]);
      const forward = before === undefined || edge === undefined;
      // One more than is shown tells whether there is more. The index may still hold somebody who was just forgotten.
      const { ids } = await query(prefix, limit + 1, edge && { ...placeOf(scope, edge) }, forward, index);
      const shown = ids.slice(0, limit);
      const members = await kept(forward ? shown : shown.reverse());
      return { members, more: ids.length > limit };
    },

    async count() {
      let total = 0;
      let from: Record<string, unknown> | undefined;
      do {
        const { Count = 0, LastEvaluatedKey }: QueryCommandOutput = await client.send(
          new QueryCommand({
            TableName: table,
            IndexName: dueIndex.name,
            KeyConditionExpression: '#list = :list',
            ExpressionAttributeNames: { '#list': dueIndex.partitionKey },
            ExpressionAttributeValues: { ':list': list },
            Select: 'COUNT',
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        total += Count;
        from = LastEvaluatedKey;
      } while (from !== undefined);
      return total;
    },

    async *all() {
      let from: Record<string, unknown> | undefined;
      do {
        const { ids, next } = await query('', some, from, true);
        yield await kept(ids);
        from = next;
      } while (from !== undefined);
    },
  };
}
