import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ItemKey, ReadItem } from './read-item.ts';

/** BatchGetItem takes no more keys. */
const batchSize = 100;
/** Waits before what DynamoDB left unread is asked again: 50 ms, then the double each time. */
const retries = 7;
const firstRetryMs = 50;

interface Asked {
  readonly table: string;
  readonly key: ItemKey;
  readonly answer: (item: Record<string, unknown> | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/** Items asked for in one turn, of whatever tables, are one BatchGetItem: a request costs more than the item it brings. */
export function readTogether(client: DynamoDBDocumentClient): ReadItem {
  let asked: Asked[] = [];
  function send(): void {
    const now = asked;
    asked = [];
    for (let start = 0; start < now.length; start += batchSize) {
      const batch = now.slice(start, start + batchSize);
      readBatch(client, batch).then(
        (found) => {
          for (const { table, key, answer } of batch) {
            answer(found.get(nameOf(table, key)));
          }
        },
        (error: unknown) => {
          for (const { fail } of batch) {
            fail(error);
          }
        },
      );
    }
  }
  return (table, key) =>
    new Promise((answer, fail) => {
      if (asked.length === 0) {
        queueMicrotask(send);
      }
      asked.push({ table, key, answer, fail });
    });
}

async function readBatch(
  client: DynamoDBDocumentClient,
  batch: readonly Asked[],
): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const attributes = new Map(batch.map(({ table, key }) => [table, Object.keys(key)]));
  const found = new Map<string, Record<string, unknown>>();
  // A key may not come twice.
  let left = new Map(batch.map((one) => [nameOf(one.table, one.key), one]));
  for (let tries = 0; left.size > 0; tries += 1) {
    if (tries > retries) {
      throw new Error(`${left.size} items were not read by DynamoDB after ${retries + 1} tries`);
    }
    if (tries > 0) {
      await new Promise((resolve) => setTimeout(resolve, firstRetryMs * 2 ** (tries - 1)));
    }
    const byTable = Map.groupBy(left.values(), ({ table }) => table);
    const RequestItems = Object.fromEntries(
      [...byTable].map(([table, ones]) => [table, { Keys: ones.map(({ key }) => ({ ...key })), ConsistentRead: true }]),
    );
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(new BatchGetCommand({ RequestItems }));
    const named = (table: string, item: Record<string, unknown>) =>
      nameOf(table, Object.fromEntries((attributes.get(table) ?? []).map((name) => [name, String(item[name])])));
    for (const [table, items] of Object.entries(Responses)) {
      for (const item of items) {
        found.set(named(table, item), item);
      }
    }
    const unread = Object.entries(UnprocessedKeys).flatMap(([table, { Keys = [] }]) =>
      Keys.map((key) => named(table, key)),
    );
    left = new Map([...left].filter(([name]) => unread.includes(name)));
  }
  return found;
}

function nameOf(table: string, key: ItemKey): string {
  return JSON.stringify([table, ...Object.entries(key).flat()]);
}
