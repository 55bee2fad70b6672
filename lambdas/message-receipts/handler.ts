import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { metrics } from '../../contracts/metrics.ts';
import type { MessagePorts } from '../../domain/message/message-ports.ts';
import { noteReceipt } from '../../domain/message/note-receipt.ts';
import { parseReceipt } from '../../domain/message/parse-receipt.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { errorFields, log } from '../middleware/log.ts';

export interface MessageReceiptsParts {
  readonly ports: MessagePorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly count: (metric: string, value: number, programme: string) => void;
  readonly now: () => string;
}

/** Receipts noted at once. */
const lanes = 8;

/**
 * Notes what the provider says of messages. A record that fails is given back alone and comes again; one that is of no message of ours is counted, and
 * does not.
 */
export function messageReceiptsHandler(
  parts: () => Promise<MessageReceiptsParts>,
): FunctionHandler<SQSEvent, SQSBatchResponse> {
  return functionHandler('message-receipts', async ({ Records }) => {
    const ready = await parts();
    const failed: string[] = [];
    const queue = [...Records];
    const lane = async (): Promise<void> => {
      for (let record = queue.shift(); record !== undefined; record = queue.shift()) {
        try {
          await note(record.body, ready);
        } catch (error) {
          failed.push(record.messageId);
          log('error', 'message-receipts: record failed', { record: record.messageId, ...errorFields(error) });
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
}

async function note(body: string, { ports, programmes, count, now }: MessageReceiptsParts): Promise<void> {
  const told = parseReceipt(JSON.parse(body));
  if (told === undefined) {
    return;
  }
  const { programme, messageId } = told.context;
  const isOurs = programmes[programme]?.messages !== undefined && (await noteReceipt(told, now(), ports));
  if (!isOurs) {
    log('warn', 'message-receipts: of no message of ours', { programme, messageId });
    count(metrics.strangeReceipts, 1, programme);
  }
}
