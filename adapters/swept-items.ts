import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Keeper } from '../domain/retention/keeper.ts';
import { latestInstant } from './latest-instant.ts';
import { writeBatches } from './write-batches.ts';

type Item = Readonly<Record<string, unknown>>;

/** Items of a table that go by their age alone. */
export interface SweptItems {
  /** Kind of data (`Keeper.data`). */
  readonly data: string;
  readonly table: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** What follows `programme#` in the partition keys of these items. */
  readonly prefix: string;
  /** The last instant that an item tells of, from which its age counts; undefined = it stays. @default the greatest that it holds */
  readonly lastOf?: (item: Item) => string | undefined;
}

/** Items of one read of the table. */
const pageSize = 500;

/**
 * Reads the table through, at half a unit for eight kilobytes, and takes away what is over: without an index that would be paid at every write for what is
 * asked once a night. The table is read whole, whatever the programme; only its own items are seen.
 */
export function sweptItems(
  client: DynamoDBDocumentClient,
  { data, table, partitionKey, sortKey, prefix, lastOf = latestInstant }: SweptItems,
): Keeper {
  const keyOf = (item: Item) => ({
    [partitionKey]: item[partitionKey],
    ...(sortKey === undefined ? {} : { [sortKey]: item[sortKey] }),
  });
  return {
    data,
    async purge({ programme, before, after, most }) {
      let from = after === undefined ? undefined : startOf(after);
      let looked = 0;
      let forgotten = 0;
      do {
        const { Items, ScannedCount, LastEvaluatedKey }: Page = await client.send(
          new ScanCommand({
            TableName: table,
            FilterExpression: 'begins_with(#partition, :prefix)',
            ExpressionAttributeNames: { '#partition': partitionKey },
            ExpressionAttributeValues: { ':prefix': `${programme}#${prefix}` },
            Limit: pageSize,
            ...(from === undefined ? {} : { ExclusiveStartKey: from }),
          }),
        );
        const over = (Items ?? []).filter((item) => {
          const last = lastOf(item);
          return last !== undefined && last < before;
        });
        await writeBatches(
          client,
          table,
          over.map((item) => ({ DeleteRequest: { Key: keyOf(item) } })),
        );
        looked += ScannedCount ?? 0;
        forgotten += over.length;
        from = LastEvaluatedKey;
      } while (from !== undefined && looked < most);
      return { looked, forgotten, ...(from === undefined ? {} : { next: JSON.stringify(from) }) };
    },
  };
}

interface Page {
  readonly Items?: Item[] | undefined;
  readonly ScannedCount?: number | undefined;
  readonly LastEvaluatedKey?: Record<string, unknown> | undefined;
}

/** Only `purge` above writes it. */
function startOf(after: string): Record<string, unknown> {
  const key: Record<string, unknown> = JSON.parse(after);
  return key;
}
