import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { PresenceBoard } from '../domain/presence/presence.ts';
import { conditional } from './conditional.ts';
import { restoredAgent, storedAgent } from './present-agent-line.ts';
import { readItem } from './read-item.ts';

const { partitionKey } = tables.presence;

/**
 * The board of agents: one item a programme, about a hundred bytes an agent, so that whoever shows it reads one item and a batch of events is one
 * write. An item takes some 3 000 agents.
 */
export function dynamoPresence(client: DynamoDBDocumentClient, table: string, read = readItem(client)): PresenceBoard {
  return {
    async read(programme) {
      const item = await read(table, { [partitionKey]: boardOf(programme) });
      return item === undefined ? { agents: [], version: 0 } : toBoard(item);
    },

    async write(programme, { agents, version }) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: boardOf(programme), version, lines: agents.map(storedAgent) },
            ConditionExpression: version === 1 ? 'attribute_not_exists(#board)' : '#version = :read',
            ExpressionAttributeNames: version === 1 ? { '#board': partitionKey } : { '#version': 'version' },
            ...(version > 1 && { ExpressionAttributeValues: { ':read': version - 1 } }),
          }),
        ),
      );
    },
  };
}

/** A board without lines is of a version of this code that kept agents otherwise: true only then, it is written anew. */
function toBoard({ version, lines = [] }: Record<string, unknown>) {
  if (typeof version !== 'number' || !Array.isArray(lines)) {
    throw new Error(`The board of agents has version ${JSON.stringify(version)}; accepted: a number, and lines`);
  }
  return { version, agents: lines.map(restoredAgent) };
}

function boardOf(programme: string): string {
  return `${programme}#agents`;
}
