import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

export type ItemKey = Readonly<Record<string, string>>;

/** Reads one item, strongly consistent; undefined when there is none. */
export type ReadItem = (table: string, key: ItemKey) => Promise<Record<string, unknown> | undefined>;

/** One GetItem each. */
export function readItem(client: DynamoDBDocumentClient): ReadItem {
  return async (table, key) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }));
    return Item;
  };
}
