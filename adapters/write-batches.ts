import { BatchWriteCommand, type BatchWriteCommandInput, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

/** BatchWriteItem takes no more. */
const batchSize = 25;
/** Batches on their way at once. */
const lanes = 4;
/** Waits between tries of what DynamoDB did not process: 50 ms, then the double each time, 6 s in all. */
const retries = 7;
const firstRetryMs = 50;

/** Puts and deletes of one table, in no order; no key may come twice. Throws when DynamoDB leaves some undone after 8 tries. */
export async function writeBatches(
  client: DynamoDBDocumentClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  const batches: WriteRequest[][] = [];
  for (let start = 0; start < requests.length; start += batchSize) {
    batches.push(requests.slice(start, start + batchSize));
  }
  const lane = async (): Promise<void> => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      await writeBatch(client, table, batch);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function writeBatch(client: DynamoDBDocumentClient, table: string, batch: WriteRequest[]): Promise<void> {
  let left = batch;
  for (let attempt = 0; attempt <= retries; attempt += 1) {
    if (attempt > 0) {
      await new Promise((resolve) => setTimeout(resolve, firstRetryMs * 2 ** (attempt - 1)));
    }
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] ?? [];
    if (left.length === 0) {
      return;
    }
  }
  throw new Error(`${left.length} items of ${table} were not processed by DynamoDB after ${retries + 1} tries`);
}
