import type { JournalEntry } from '../journal/entry.ts';
import {
  type FileContactRecordPorts,
  type PlacedRecord,
  placeRecord,
  type RecordToFile,
  settleRecord,
} from './file-contact-record.ts';

/**
 * Files contact records: journal entries of the segments, and what they tell of callbacks (SAMPS-04). Idempotent and independent of order: any
 * repeat, and a second run after a crash anywhere, end in the same register and the same journal. Answers what went wrong, by the index of the
 * record; throws when nothing could be filed.
 */
export async function fileContactRecords(
  orders: readonly RecordToFile[],
  ports: FileContactRecordPorts,
): Promise<ReadonlyMap<number, unknown>> {
  const faults = new Map<number, unknown>();
  const entries: JournalEntry[] = [];
  // One after the other: who is identified gets a random id, which must not depend on whose answer comes first.
  const byNumber = new Map<string, { readonly index: number; readonly placed: PlacedRecord }[]>();
  for (const [index, order] of orders.entries()) {
    try {
      const placed = await placeRecord(order, ports);
      const key = placed.told === undefined ? `segment ${index}` : `${order.programme} ${placed.told.numberKey}`;
      byNumber.set(key, [...(byNumber.get(key) ?? []), { index, placed }]);
    } catch (fault) {
      faults.set(index, fault);
    }
  }
  const settled: PlacedRecord[] = [];
  // Numbers have nothing to do with each other; records of one number would write over each other.
  await Promise.all(
    [...byNumber.values()].map(async (ofNumber) => {
      for (const { index, placed } of ofNumber) {
        try {
          entries.push(...(await settleRecord(placed, ports)));
          settled.push(placed);
        } catch (fault) {
          faults.set(index, fault);
        }
      }
    }),
  );
  const releases = settled.flatMap(({ told }) =>
    (told?.facts.attempts ?? [])
      .filter(({ kind }) => kind === 'dialled')
      .map(({ id }) => ports.lock.release(told?.numberKey ?? '', id)),
  );
  await Promise.all([...(entries.length > 0 ? [ports.journal.append(entries)] : []), ...releases]);
  return faults;
}
