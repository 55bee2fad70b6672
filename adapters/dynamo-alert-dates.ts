import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { AdministrativeDate } from '../domain/alert-date/administrative-date.ts';
import type { AlertDates } from '../domain/alert-date/alert-dates.ts';
import { type StructureScope, scopedKey } from '../domain/structure/structure-scope.ts';
import { conditional } from './conditional.ts';
import { readTogether } from './read-together.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey } = tables.alerts;

/** Administrative dates of one structure in one partition, those of a member together: one write unit each. */
export function dynamoAlertDates(client: DynamoDBDocumentClient, table: string, scope: StructureScope): AlertDates {
  const read = readTogether(client);
  const partition = scopedKey(scope, 'dates');
  const key = (dateId: string) => ({ [partitionKey]: partition, [sortKey]: dateId });

  async function* beginning(prefix: string): AsyncGenerator<readonly AdministrativeDate[]> {
    const isAll = prefix === '';
    const query = {
      TableName: table,
      KeyConditionExpression: isAll ? '#item = :item' : '#item = :item AND begins_with(#part, :prefix)',
      ExpressionAttributeNames: { '#item': partitionKey, ...(isAll ? {} : { '#part': sortKey }) },
      ExpressionAttributeValues: { ':item': partition, ...(isAll ? {} : { ':prefix': prefix }) },
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      yield Items.map(toDate);
    }
  }

  async function ofMember(memberId: string): Promise<readonly AdministrativeDate[]> {
    const dates: AdministrativeDate[] = [];
    for await (const page of beginning(`${memberId}.`)) {
      dates.push(...page);
    }
    return dates;
  }

  return {
    async read(dateId) {
      const item = await read(table, key(dateId));
      return item && toDate(item);
    },
    ofMember,
    all: () => beginning(''),

    async write(date) {
      const isNew = date.version === 1;
      const { dateId, ...fields } = date;
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...key(dateId), ...fields },
            ConditionExpression: isNew ? 'attribute_not_exists(#item)' : '#version = :read',
            ExpressionAttributeNames: isNew ? { '#item': partitionKey } : { '#version': 'version' },
            ...(!isNew && { ExpressionAttributeValues: { ':read': date.version - 1 } }),
          }),
        ),
      );
    },

    async remove(dateId) {
      await client.send(new DeleteCommand({ TableName: table, Key: key(dateId) }));
    },

    async removeOf(memberId) {
      const dates = await ofMember(memberId);
      await writeBatches(
        client,
        table,
        dates.map(({ dateId }) => ({ DeleteRequest: { Key: key(dateId) } })),
      );
      return dates.length;
    },
  };
}

/** Only `write` fills these items. */
function toDate({ [partitionKey]: _, [sortKey]: dateId, ...fields }: Record<string, unknown>): AdministrativeDate {
  return { ...(fields as unknown as Omit<AdministrativeDate, 'dateId'>), dateId: String(dateId) };
}
