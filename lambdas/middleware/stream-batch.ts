import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';
import { errorFields, log } from './log.ts';

/** What to do with the records of a batch. */
export interface BatchWork<T> {
  /** Reads one record; throws when it cannot be, answers undefined when there is nothing to do with it. */
  readonly read: (text: string) => T | undefined;
  /** Does all that were read; answers what went wrong by index. Throwing fails the batch, which Lambda halves and retries. */
  readonly run: (items: readonly T[]) => Promise<ReadonlyMap<number, unknown>>;
}

/**
 * Runs a Kinesis batch and answers the records that failed, so that Lambda retries from them and, at last, sends only them to the dead letters.
 * One bad record never holds back the good ones after it. A failure is logged by its sequence number.
 */
export async function runBatch<T>(
  event: KinesisStreamEvent,
  name: string,
  { read, run }: BatchWork<T>,
): Promise<KinesisStreamBatchResponse> {
  const failed = new Set<string>();
  const fail = (sequenceNumber: string, fault: unknown) => {
    failed.add(sequenceNumber);
    log('error', `${name}: record failed`, { sequenceNumber, ...errorFields(fault) });
  };
  const items: { readonly item: T; readonly sequenceNumber: string }[] = [];
  for (const { kinesis } of event.Records) {
    const { sequenceNumber } = kinesis;
    try {
      const item = read(Buffer.from(kinesis.data, 'base64').toString('utf8'));
      if (item !== undefined) {
        items.push({ item, sequenceNumber });
      }
    } catch (error) {
      fail(sequenceNumber, error);
    }
  }
  const faults = await run(items.map(({ item }) => item));
  for (const [index, { sequenceNumber }] of items.entries()) {
    if (faults.has(index)) {
      fail(sequenceNumber, faults.get(index));
    }
  }
  const inOrder = event.Records.map(({ kinesis }) => kinesis.sequenceNumber).filter((one) => failed.has(one));
  return { batchItemFailures: inOrder.map((itemIdentifier) => ({ itemIdentifier })) };
}
