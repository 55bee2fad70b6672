import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';
import { metrics } from '../../contracts/metrics.ts';
import type { Registry } from '../../contracts/registry.ts';
import type { ContactRecord } from '../../domain/call/contact-record.ts';
import type { FileContactRecordPorts, RecordToFile } from '../../domain/call/file-contact-record.ts';
import { parseContactRecord } from '../../domain/call/parse-contact-record.ts';
import type { CampaignRegister } from '../../domain/campaign/campaign-register.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import { runBatch } from '../middleware/stream-batch.ts';
import { fileRecords } from './file-records.ts';
import { programmeOfRecord } from './programme-of-record.ts';

export interface ContactRecordsParts {
  readonly ports: FileContactRecordPorts;
  /** Absent where no programme has campaigns. */
  readonly campaigns?: CampaignRegister | undefined;
  readonly registry: Registry;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly instanceArn: string;
  readonly count: (metric: string, value: number, programme: string) => void;
}

/** Contact records of the stream: at least once, in any order, re-issued. One that cannot be read goes alone to the dead letters. */
export function contactRecordsHandler(
  parts: () => Promise<ContactRecordsParts>,
): FunctionHandler<KinesisStreamEvent, KinesisStreamBatchResponse> {
  return functionHandler('contact-records', async (event) => {
    const { ports, campaigns, registry, programmes, instanceArn, count } = await parts();
    return await runBatch<RecordToFile>(event, 'contact-records', {
      read(text) {
        const record = parse(text, count);
        if (record.instanceArn !== instanceArn) {
          // Refused and counted; retrying would not make it ours.
          count(metrics.foreignRecords, 1, 'all');
          log('warn', 'contact-records: record of another instance refused', { contactId: record.contactId });
          return undefined;
        }
        if (record.isSimulated) {
          log('info', 'contact-records: call of a test case left out', { contactId: record.contactId });
          return undefined;
        }
        const { name: programme, defaultCountry } = programmeOfRecord(record, registry, programmes);
        return { record, programme, defaultCountry };
      },
      run: (records) => fileRecords(records, { ports, campaigns, count }),
    });
  });
}

function parse(text: string, count: ContactRecordsParts['count']): ContactRecord {
  try {
    return parseContactRecord(text);
  } catch (error) {
    count(metrics.rejectedRecords, 1, 'all');
    throw error;
  }
}
