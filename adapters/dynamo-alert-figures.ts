import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { AlertFigures, SendCounts } from '../domain/alert-statistics/alert-figures.ts';
import type { FigureBook } from '../domain/alert-statistics/figure-book.ts';
import { type StructureScope, scopedKey } from '../domain/structure/structure-scope.ts';

const { partitionKey, sortKey } = tables.alerts;
/** Of the rules by which months are counted: one that was counted by others is counted again. */
const rules = 1;

/** Months of one structure in DynamoDB: an item of some kilobytes each, all of a year in one query. */
export function dynamoAlertFigures(client: DynamoDBDocumentClient, table: string, scope: StructureScope): FigureBook {
  const item = scopedKey(scope, 'figures');
  return {
    async read(from, to) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#item = :item AND #month BETWEEN :from AND :to',
          ExpressionAttributeNames: { '#item': partitionKey, '#month': sortKey },
          ExpressionAttributeValues: { ':item': item, ':from': from, ':to': to },
        }),
      );
      const counted = Items.filter((one) => one['rules'] === rules);
      return new Map(counted.map((one) => [String(one[sortKey]), toFigures(one)]));
    },

    async save(month, { months, groups, categories, bands, groupNames, ...counts }) {
      const maps = { months, groups, categories, bands, groupNames };
      const lists = Object.fromEntries(Object.entries(maps).map(([name, map]) => [name, Object.fromEntries(map)]));
      const Item = { [partitionKey]: item, [sortKey]: month, rules, ...counts, ...lists };
      await client.send(new PutCommand({ TableName: table, Item }));
    },
  };
}

/** Only `save` fills these items. */
function toFigures(item: Record<string, unknown>): AlertFigures {
  const counts = (name: string) => new Map(Object.entries(item[name] as Record<string, SendCounts>));
  return {
    total: item['total'] as SendCounts,
    months: counts('months'),
    groups: counts('groups'),
    categories: counts('categories'),
    bands: counts('bands'),
    alerts: Number(item['alerts']),
    reasoned: Number(item['reasoned']),
    groupNames: new Map(Object.entries(item['groupNames'] as Record<string, string>)),
  };
}
