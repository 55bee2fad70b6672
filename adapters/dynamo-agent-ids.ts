import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { AgentIds } from '../domain/presence/agent-ids.ts';

const { partitionKey } = tables.presence;

/** Ids of agents in Connect, one small item each beside the board of agents: they never change. */
export function dynamoAgentIds(client: DynamoDBDocumentClient, table: string): AgentIds {
  return {
    async save(programme, agent, agentId) {
      await client.send(
        new PutCommand({ TableName: table, Item: { [partitionKey]: itemOf(programme, agent), agentId } }),
      );
    },

    async idOf(programme, agent) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { [partitionKey]: itemOf(programme, agent) } }),
      );
      const agentId: unknown = Item?.['agentId'];
      return typeof agentId === 'string' ? agentId : undefined;
    },
  };
}

function itemOf(programme: string, agent: string): string {
  return `${programme}#agent#${agent}`;
}
