import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { PresenceBoard, PresentAgent } from '../domain/presence/presence.ts';
import { conditional } from './conditional.ts';

const { partitionKey, sortKey } = tables.presence;

/** The board of agents: one item an agent, under a kilobyte. */
export function dynamoPresence(client: DynamoDBDocumentClient, table: string): PresenceBoard {
  return {
    async find(programme, agent) {
      const key = { [partitionKey]: boardOf(programme), [sortKey]: agent };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      // Only `keep` below writes here.
      return Item === undefined ? undefined : (Item['present'] as PresentAgent);
    },

    async keep(programme, present) {
      await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: boardOf(programme), [sortKey]: present.agent, eventAt: present.eventAt, present },
            ConditionExpression: 'attribute_not_exists(#board) OR #eventAt < :eventAt',
            ExpressionAttributeNames: { '#board': partitionKey, '#eventAt': 'eventAt' },
            ExpressionAttributeValues: { ':eventAt': present.eventAt },
          }),
        ),
      );
    },
  };
}

function boardOf(programme: string): string {
  return `${programme}#agents`;
}
