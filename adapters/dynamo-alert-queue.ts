import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { AlertQueue, DueItem } from '../domain/alert/alert-register.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey } = tables.alerts;

/** What the clock looks at, of all structures of a programme, by instant: ids only, one write unit to put in and one to take out, and no index. */
export function dynamoAlertQueue(client: DynamoDBDocumentClient, table: string, programme: string): AlertQueue {
  const partition = `${programme}#due`;
  const keyOf = (item: DueItem) => ({ [partitionKey]: partition, [sortKey]: nameOf(item) });
  return {
    async add(items) {
      const unique = new Map(items.map((item) => [nameOf(item), item]));
      await writeBatches(
        client,
        table,
        [...unique.values()].map((item) => ({ PutRequest: { Item: keyOf(item) } })),
      );
    },

    async due(until, limit) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#item = :item AND #part <= :until',
          ExpressionAttributeNames: { '#item': partitionKey, '#part': sortKey },
          ExpressionAttributeValues: { ':item': partition, ':until': `${until}#~` },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return Items.map((item) => toItem(String(item[sortKey])));
    },

    async remove(items) {
      await writeBatches(
        client,
        table,
        items.map((item) => ({ DeleteRequest: { Key: keyOf(item) } })),
      );
    },
  };
}

function nameOf({ at, structure, subject }: DueItem): string {
  return [at, structure, subject.type, subject.type === 'alert' ? subject.alertId : subject.dateId].join('#');
}

/** Only `add` fills these items. */
function toItem(name: string): DueItem {
  const [at = '', structure = '', type, id = ''] = name.split('#');
  return type === 'date'
    ? { at, structure, subject: { type, dateId: id } }
    : { at, structure, subject: { type: 'alert', alertId: id } };
}
