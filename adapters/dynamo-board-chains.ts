import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { BoardChains } from '../domain/supervision/push-board.ts';

const { partitionKey, sortKey } = tables.connections;

/** The chain of pushes of each programme, beside the pages that watch. */
export function dynamoBoardChains(client: DynamoDBDocumentClient, table: string): BoardChains {
  const keyOf = (programme: string) => ({ [partitionKey]: `${programme}#board`, [sortKey]: '-' });
  return {
    async begin(programme, chain) {
      await client.send(new PutCommand({ TableName: table, Item: { ...keyOf(programme), chain } }));
    },

    async current(programme) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(programme), ConsistentRead: true }),
      );
      const chain: unknown = Item?.['chain'];
      return typeof chain === 'string' ? chain : undefined;
    },
  };
}
