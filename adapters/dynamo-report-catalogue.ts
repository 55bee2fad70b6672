import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { PublishedReports, ReportCatalogue, ReportIssue } from '../domain/report/report-catalogue.ts';
import type { ReportKind } from '../domain/report/report-issue.ts';
import { conditional } from './conditional.ts';
import { parseReportItem } from './report-item.ts';

const { partitionKey, sortKey } = tables.reports;

/** The catalogue of reports in DynamoDB: one item an issue, its number taken by a conditional put. A few items a day. */
export function dynamoReportCatalogue(
  client: DynamoDBDocumentClient,
  table: string,
): ReportCatalogue & PublishedReports {
  const put = (issue: ReportIssue, condition: string) =>
    conditional(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...keyOf(issue), ...issue },
          ConditionExpression: condition,
          ExpressionAttributeNames: { '#report': partitionKey },
        }),
      ),
    );

  return {
    async issuesOf(programme, kind, period) {
      const issues: ReportIssue[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#report = :report AND begins_with(#issue, :period)',
          ExpressionAttributeNames: { '#report': partitionKey, '#issue': sortKey },
          ExpressionAttributeValues: { ':report': `${programme}#${kind}`, ':period': `${period}#` },
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages) {
        issues.push(...Items.map(parseReportItem));
      }
      return issues;
    },

    claim: (issue) => put(issue, 'attribute_not_exists(#report)'),

    async update(issue) {
      if (!(await put(issue, 'attribute_exists(#report)'))) {
        throw new Error(`Report issue ${issue.key} was not claimed before it was updated`);
      }
    },

    async latest(programme, kind, limit) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#report = :report',
          ExpressionAttributeNames: { '#report': partitionKey },
          ExpressionAttributeValues: { ':report': `${programme}#${kind}` },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map(parseReportItem).filter(({ published }) => published !== undefined);
    },

    async find(programme, kind, period, number) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf({ programme, kind, period, number }) }),
      );
      return Item === undefined ? undefined : parseReportItem(Item);
    },
  };
}

/** `period#NNN`: numbers sort as text up to 999 issues of one period. */
function keyOf({
  programme,
  kind,
  period,
  number,
}: Pick<ReportIssue, 'programme' | 'period' | 'number'> & { kind: ReportKind }) {
  return { [partitionKey]: `${programme}#${kind}`, [sortKey]: `${period}#${String(number).padStart(3, '0')}` };
}
