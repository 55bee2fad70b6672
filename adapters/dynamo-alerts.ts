import { type DynamoDBDocumentClient, PutCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { Alert } from '../domain/alert/alert.ts';
import { lineText, parseLine } from '../domain/alert/alert-entry.ts';
import type { AlertRegister } from '../domain/alert/alert-register.ts';
import { type StructureScope, scopedKey } from '../domain/structure/structure-scope.ts';
import { conditional } from './conditional.ts';
import { readTogether } from './read-together.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey } = tables.alerts;
/** Sort key of items that are alone in their partition. */
const alone = '-';

/** Sendings of one structure in DynamoDB: an item of about a kilobyte each, and a page of some four kilobytes for a hundred of those who were chosen. */
export function dynamoAlerts(client: DynamoDBDocumentClient, table: string, scope: StructureScope): AlertRegister {
  const read = readTogether(client);
  const key = (item: string, part: string) => ({ [partitionKey]: item, [sortKey]: part });
  const alerts = scopedKey(scope, 'alerts');
  const pagesOf = (alertId: string) => scopedKey(scope, 'alert', alertId);
  const placeKey = (place: string) => key(scopedKey(scope, 'place', place), alone);

  async function holder(place: string): Promise<string | undefined> {
    const alertId = (await read(table, placeKey(place)))?.['alertId'];
    return typeof alertId === 'string' ? alertId : undefined;
  }

  return {
    async read(alertId) {
      const item = await read(table, key(alerts, alertId));
      return item && toAlert(item);
    },

    async write(alert) {
      const isNew = alert.version === 1;
      const { alertId, ...fields } = alert;
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...key(alerts, alertId), ...fields },
            ConditionExpression: isNew ? 'attribute_not_exists(#item)' : '#version = :read',
            ExpressionAttributeNames: isNew ? { '#item': partitionKey } : { '#version': 'version' },
            ...(!isNew && { ExpressionAttributeValues: { ':read': alert.version - 1 } }),
          }),
        ),
      );
    },

    async list(limit, after) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: after === undefined ? '#item = :item' : '#item = :item AND #part < :after',
          ExpressionAttributeNames: { '#item': partitionKey, ...(after === undefined ? {} : { '#part': sortKey }) },
          ExpressionAttributeValues: { ':item': alerts, ...(after === undefined ? {} : { ':after': after }) },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map(toAlert);
    },

    async savePages(alertId, at, pages) {
      await writeBatches(
        client,
        table,
        pages.map((lines, page) => ({
          PutRequest: { Item: { ...key(pagesOf(alertId), pageName(at, page)), lines: lines.map(lineText) } },
        })),
      );
    },

    async pages(alertId, at) {
      const found: (readonly string[])[] = [];
      const query = {
        TableName: table,
        KeyConditionExpression: '#item = :item AND begins_with(#part, :choice)',
        ExpressionAttributeNames: { '#item': partitionKey, '#part': sortKey },
        ExpressionAttributeValues: { ':item': pagesOf(alertId), ':choice': `${at}#` },
        ConsistentRead: true,
      };
      for await (const { Items = [] } of paginateQuery({ client }, query)) {
        // Only `savePages` fills these items.
        found.push(...Items.map(({ lines }) => lines as readonly string[]));
      }
      return found.map((lines) => lines.map(parseLine));
    },

    async claim(place, alertId, instead) {
      const taken = await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...placeKey(place), alertId },
            ConditionExpression: `attribute_not_exists(#item) OR alertId = :${instead === undefined ? 'own' : 'instead'}`,
            ExpressionAttributeNames: { '#item': partitionKey },
            ExpressionAttributeValues: instead === undefined ? { ':own': alertId } : { ':instead': instead },
          }),
        ),
      );
      return taken ? alertId : ((await holder(place)) ?? alertId);
    },
    holder,
  };
}

/** Pages of a choice in their order, a thousand at most: a hundred thousand members. */
function pageName(at: string, page: number): string {
  return `${at}#${String(page).padStart(3, '0')}`;
}

/** Only `write` fills these items. */
function toAlert({ [partitionKey]: _, [sortKey]: alertId, ...fields }: Record<string, unknown>): Alert {
  return { ...(fields as unknown as Omit<Alert, 'alertId'>), alertId: String(alertId) };
}
