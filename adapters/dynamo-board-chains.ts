import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { BoardChains } from '../domain/supervision/push-board.ts';
import { conditional } from './conditional.ts';

const { partitionKey, sortKey } = tables.connections;

/** The chain of pushes of each programme, beside the pages that watch. */
export function dynamoBoardChains(client: DynamoDBDocumentClient, table: string): BoardChains {
  const keyOf = (programme: string) => ({ [partitionKey]: `${programme}#board`, [sortKey]: '-' });
  return {
    async begin(programme, chain) {
      await client.send(new PutCommand({ TableName: table, Item: { ...keyOf(programme), chain, step: 0 } }));
    },

    async current(programme) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(programme), ConsistentRead: true }),
      );
      const { chain, step }: Record<string, unknown> = Item ?? {};
      return typeof chain === 'string' && typeof step === 'number' ? { chain, step } : undefined;
    },

    async advance(programme, { chain, step }) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(programme), chain, step: step + 1 },
            ConditionExpression: '#chain = :chain AND #step = :step',
            ExpressionAttributeNames: { '#chain': 'chain', '#step': 'step' },
            ExpressionAttributeValues: { ':chain': chain, ':step': step },
          }),
        ),
      );
    },
  };
}
