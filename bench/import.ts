/**
 * Import of a list (100 000 rows, or the count given) against reading the same file and doing nothing with it, in one run: first its text form, then
 * Excel's. Prints processor seconds, the ratio, and memory. Import = reading, mapping, normalising, duplicates, plan and summary: all that a preview does.
 */
import { createHmac } from 'node:crypto';
import { spreadsheets } from '../adapters/spreadsheet/read-spreadsheet.ts';
import { summaryOf } from '../domain/recipient/import-summary.ts';
import { planImport } from '../domain/recipient/plan-import.ts';
import { readList } from '../domain/recipient/read-list.ts';
import type { RegisterEntry } from '../domain/recipient/register-entry.ts';
import { writeList } from '../simulation/write-list.ts';
import { inventedList } from './invented-list.ts';

const count = Number(process.argv[2] ?? 100_000);
const rows = inventedList(count);
const at = '2026-06-20T08:00:00.000Z';
const hash = (text: string): string => createHmac('sha256', 'bench').update(text).digest('base64url').slice(0, 22);
/** Processor seconds since `from`: the machine may be doing other things. */
const processor = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const seconds = (from: number): number => processor() - from;
const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6);

async function drain(bytes: Uint8Array): Promise<number> {
  const from = processor();
  let cells = 0;
  for await (const row of spreadsheets().rows(bytes)) {
    cells += row.cells.length;
  }
  if (cells < count) throw new Error(`${cells} cells were read of ${count} rows`);
  return seconds(from);
}

async function preview(bytes: Uint8Array, entries: readonly RegisterEntry[]) {
  const list = await readList(
    spreadsheets().rows(bytes),
    { country: 'FR', ageFrom: 65, today: at.slice(0, 10) },
    async () => undefined,
  );
  const plan = await planImport(list.read, {
    ...{ programme: 'bench', importId: 'bench', at, hash, decisions: {}, entries },
    departures: new Map(),
    reveal: async () => new Map(),
  });
  return { plan, summary: summaryOf(plan, list.read.length) };
}

const files: readonly (readonly [string, Uint8Array])[] = [
  ['text', Buffer.from(rows.map((row) => row.join(';')).join('\r\n'))],
  ['Excel', await writeList(rows)],
];
for (const [name, bytes] of files) {
  await drain(bytes);
  const floor = await drain(bytes);
  const floorMemory = megabytes();
  const from = processor();
  const { plan, summary } = await preview(bytes, []);
  const first = seconds(from);
  const memory = megabytes();
  const again = processor();
  const { summary: second } = await preview(
    bytes,
    plan.people.map(({ entry }) => entry),
  );
  const repeat = seconds(again);
  console.log(
    `${name.padEnd(6)} ${(bytes.length / 1e6).toFixed(1)} MB  reading alone ${floor.toFixed(2)} s (${floorMemory} MB)  import ${first.toFixed(2)} s = ${(first / floor).toFixed(2)} times (${memory} MB)  again ${repeat.toFixed(2)} s = ${(repeat / floor).toFixed(2)} times`,
  );
  const { created, repeated, pairs, refused, faults, withoutNumber } = summary;
  console.log(
    `       ${created} new, ${repeated.length} repeated, ${pairs.length} doubts, ${refused} refused, ${faults.length} faults, ${withoutNumber.length} without a number; again: ${second.created} new, ${second.changed} changed`,
  );
}
