import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { TextLog } from '../domain/desk-text/text-log.ts';

const { partitionKey, sortKey } = tables.messages;
/** Nobody is sent more in the weeks that a call looks back on. */
const mostRead = 25;
const mostShown = 10;

/** Texts that agents had sent, beside the messages: a line each, one write unit. */
export function dynamoTextLog(client: DynamoDBDocumentClient, table: string): TextLog {
  return {
    async note(programme, personId, { messageId, code, at }) {
      const Item = { [partitionKey]: partitionOf(programme, personId), [sortKey]: messageId, code, at };
      await client.send(new PutCommand({ TableName: table, Item }));
    },

    async of(programme, personId) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#item = :item',
          ExpressionAttributeNames: { '#item': partitionKey },
          ExpressionAttributeValues: { ':item': partitionOf(programme, personId) },
          Limit: mostRead,
        }),
      );
      return Items.map((item) => ({
        messageId: String(item[sortKey]),
        code: String(item['code']),
        at: String(item['at']),
      }))
        .sort((a, b) => (a.at > b.at ? -1 : 1))
        .slice(0, mostShown);
    },
  };
}

function partitionOf(programme: string, personId: string): string {
  return `${programme}#texts#${personId}`;
}
