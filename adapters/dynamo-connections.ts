import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { LiveConnections } from '../domain/live/live-connections.ts';

const { partitionKey, sortKey } = tables.connections;

/** Pages that are open, those of a programme in one partition. */
export function dynamoConnections(client: DynamoDBDocumentClient, table: string): LiveConnections {
  const keyOf = (programme: string, connectionId: string) => ({
    [partitionKey]: `${programme}#live`,
    [sortKey]: connectionId,
  });
  return {
    async add(programme, { connectionId, roles, since }) {
      const Item = { ...keyOf(programme, connectionId), roles: [...roles], since };
      await client.send(new PutCommand({ TableName: table, Item }));
    },

    async remove(programmes, connectionId) {
      await Promise.all(
        programmes.map((programme) =>
          client.send(new DeleteCommand({ TableName: table, Key: keyOf(programme, connectionId) })),
        ),
      );
    },

    async list(programme) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#programme = :programme',
          ExpressionAttributeNames: { '#programme': partitionKey },
          ExpressionAttributeValues: { ':programme': `${programme}#live` },
        },
      );
      const items: Record<string, unknown>[] = [];
      for await (const { Items = [] } of pages) {
        items.push(...Items);
      }
      return items.map((item) => ({
        connectionId: String(item[sortKey]),
        roles: Array.isArray(item['roles']) ? item['roles'].map(String) : [],
        since: String(item['since']),
      }));
    },
  };
}
