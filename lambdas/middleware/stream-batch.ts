import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';
import { errorFields, log } from './log.ts';

/**
 * Runs each record of a Kinesis batch in order and answers those that failed, so that Lambda retries from them and, at last, sends only them to
 * the dead letters. One bad record never holds back the good ones after it. A failure is logged by its sequence number.
 */
export async function eachRecord(
  event: KinesisStreamEvent,
  name: string,
  run: (text: string) => Promise<void>,
): Promise<KinesisStreamBatchResponse> {
  const failed: string[] = [];
  for (const { kinesis } of event.Records) {
    try {
      await run(Buffer.from(kinesis.data, 'base64').toString('utf8'));
    } catch (error) {
      failed.push(kinesis.sequenceNumber);
      log('error', `${name}: record failed`, { sequenceNumber: kinesis.sequenceNumber, ...errorFields(error) });
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
