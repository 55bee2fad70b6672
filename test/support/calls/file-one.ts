import type { ContactRecord } from '../../../domain/call/contact-record.ts';
import type { FileContactRecordPorts } from '../../../domain/call/file-contact-record.ts';
import { fileContactRecords } from '../../../domain/call/file-contact-records.ts';

/** Files one record of the programme `samps`; throws what went wrong. */
export async function fileOne(record: ContactRecord, ports: FileContactRecordPorts): Promise<void> {
  const faults = await fileContactRecords([{ record, programme: 'samps', defaultCountry: 'NC' }], ports);
  if (faults.has(0)) {
    throw faults.get(0);
  }
}
