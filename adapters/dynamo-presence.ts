import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { PresenceBoard, PresentAgent } from '../domain/presence/presence.ts';
import { conditional } from './conditional.ts';

const { partitionKey } = tables.presence;

/**
 * The board of agents: one item a programme, about a quarter of a kilobyte an agent, so that whoever shows it reads one item and a batch of events
 * is one write. An item takes some 1 500 agents.
 */
export function dynamoPresence(client: DynamoDBDocumentClient, table: string): PresenceBoard {
  return {
    async read(programme) {
      const key = { [partitionKey]: boardOf(programme) };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      return Item === undefined ? { agents: [], version: 0 } : toBoard(Item);
    },

    async write(programme, { agents, version }) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: boardOf(programme), version, agents },
            ConditionExpression: version === 1 ? 'attribute_not_exists(#board)' : '#version = :read',
            ExpressionAttributeNames: version === 1 ? { '#board': partitionKey } : { '#version': 'version' },
            ...(version > 1 && { ExpressionAttributeValues: { ':read': version - 1 } }),
          }),
        ),
      );
    },
  };
}

/** Only `write` above fills these items: their agents are those of the board. */
function toBoard(item: Record<string, unknown>) {
  const { version, agents } = item;
  if (typeof version !== 'number' || !Array.isArray(agents)) {
    throw new Error(`Board "${item[partitionKey]}" is not one; accepted: a version and a list of agents`);
  }
  return { version, agents: agents as PresentAgent[] };
}

function boardOf(programme: string): string {
  return `${programme}#agents`;
}
