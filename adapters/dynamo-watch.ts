import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import { noWatchState, type WatchRegister, type WatchState } from '../domain/watch/watch-state.ts';
import { conditional } from './conditional.ts';

const { partitionKey, sortKey } = tables.connections;

/** What is watched in each programme, in one item beside the pages that are told of it. */
export function dynamoWatch(client: DynamoDBDocumentClient, table: string): WatchRegister {
  const keyOf = (programme: string) => ({ [partitionKey]: `${programme}#watch`, [sortKey]: '-' });
  return {
    async read(programme) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(programme), ConsistentRead: true }),
      );
      return Item === undefined ? noWatchState : stateOf(Item);
    },

    async write(programme, state) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(programme), ...state },
            ConditionExpression: 'attribute_not_exists(#revision) OR #revision = :before',
            ExpressionAttributeNames: { '#revision': 'revision' },
            ExpressionAttributeValues: { ':before': state.revision - 1 },
          }),
        ),
      );
    },
  };
}

function stateOf(item: Record<string, unknown>): WatchState {
  const { revision, at, rules, ended, pending } = item;
  if (
    typeof revision !== 'number' ||
    typeof at !== 'string' ||
    typeof rules !== 'object' ||
    !Array.isArray(ended) ||
    !Array.isArray(pending)
  ) {
    throw new Error(
      `Item "${item[partitionKey]}" is not what is watched; accepted: revision, at, rules, ended, pending`,
    );
  }
  // What was written under this key is of this shape: it has one writer.
  return { revision, at, rules: { ...rules }, ended, pending };
}
