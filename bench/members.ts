/**
 * A centre of 20 000 members (or the count given) brought by one file, then their list. Real adapters on the engine of the local cloud and its meter: the
 * preview, the registration, the same file again, the first page of the list, a page in its middle and a search by the beginning of a name. Prints seconds,
 * processor seconds and write units a member.
 */

import { contentHash } from '../adapters/content-hash.ts';
import { dynamoConsents } from '../adapters/dynamo-consents.ts';
import { dynamoJournal } from '../adapters/dynamo-journal.ts';
import { dynamoMemberImports } from '../adapters/dynamo-member-imports.ts';
import { dynamoMembers } from '../adapters/dynamo-members.ts';
import { spreadsheets } from '../adapters/spreadsheet/read-spreadsheet.ts';
import { memberImportWorkbook } from '../adapters/workbook/member-import-workbook.ts';
import { firstNamePrefixes, searchPrefixes } from '../domain/member/collation.ts';
import type { MemberImport, MemberImportFiles } from '../domain/member-import/member-import.ts';
import { runMemberImport } from '../domain/member-import/run-member-import.ts';
import { writeList } from '../simulation/write-list.ts';
import { openBenchTables } from './bench-tables.ts';
import { inventedList } from './invented-list.ts';

const count = Number(process.argv[2] ?? 20_000);
const { storage, client, close } = await openBenchTables('2026-11-22T09:00:00.000Z', [
  'members',
  'messages',
  'journal',
]);
const scope = { programme: 'alertes', structure: 'bench' };
const members = dynamoMembers(client, 'members', scope);
const jobs = dynamoMemberImports(client, 'members', scope);

const groups = ['petite-enfance', 'jeunesse', 'rsa', 'culture'];
const rows = inventedList(count).map((row, at) =>
  at === 0 ? [...row, 'Groupe', 'Accord'] : [...row, groups[at % 4] ?? '', at % 10 === 0 ? 'non' : 'oui'],
);
const list = await writeList(rows);
const files: MemberImportFiles = {
  list: async () => list,
  savePreview: async () => undefined,
  saveErrors: async () => undefined,
  preview: async () => undefined,
  arrived: async () => true,
  discard: async () => undefined,
  uploadForm: async () => ({ action: '', fields: {} }),
  errorsLink: async () => '',
};
const ports = {
  ...{ jobs, files, members, hash: contentHash, spreadsheets: spreadsheets(), workbook: memberImportWorkbook },
  consents: dynamoConsents(client, 'messages'),
  journal: dynamoJournal(client, 'journal'),
  now: () => new Date().toISOString(),
};
const ground = { scope, timeZone: 'Europe/Paris', country: 'FR', title: 'Bench', funding: '' } as const;

const processor = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const units = async () => (await storage.meter()).reduce((sum, { writeUnits }) => sum + writeUnits, 0);

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const [from, processorFrom, unitsFrom] = [performance.now(), processor(), await units()];
  const answer = await run();
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  const used = (await units()) - unitsFrom;
  console.log(
    `${what}: ${seconds} s, ${(processor() - processorFrom).toFixed(1)} s of processor, ${used} write units (${(used / count).toFixed(1)} a row)`,
  );
  return answer;
}

async function brought(importId: string): Promise<void> {
  const at = new Date().toISOString();
  const job: MemberImport = {
    ...{ importId, state: 'reading', version: 1, decisions: {}, groupChoices: {} },
    ...{ startedAt: at, startedBy: 'bench', changedAt: at },
  };
  await jobs.save(job);
  const read = await timed(`${importId}: preview`, () => runMemberImport(importId, ground, ports));
  if (read?.counts === undefined) throw new Error(`The list was not read: ${read?.state} ${read?.refusal}`);
  console.log(JSON.stringify(read.counts));
  const groupChoices = Object.fromEntries(groups.map((name) => [name.replaceAll('-', ''), 'create']));
  const committing = { committedAt: at, committedBy: 'bench', consentText: 'v1', groupChoices };
  await jobs.save({ ...read, ...committing, state: 'committing', version: read.version + 1 });
  await timed(`${importId}: registration`, () => runMemberImport(importId, ground, ports));
}

/** The middle of some, in milliseconds. */
async function median(what: string, run: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const from = performance.now();
    await run();
    times.push(performance.now() - from);
  }
  console.log(`${what}: ${times.toSorted((a, b) => a - b)[4]?.toFixed(0)} ms`);
}

await brought('first');
await brought('again');
await median('first page of the list', () => members.page({ limit: 50 }));
const { members: under } = await members.page({ limit: 50, prefix: 'm' });
await median('page in its middle', () => members.page({ limit: 50, after: under.at(-1)?.memberId ?? '' }));
await median('search « dupont je »', () =>
  Promise.all(searchPrefixes('dupont je').map((prefix) => members.page({ limit: 100, prefix }))),
);
await median('search « jean »', () =>
  Promise.all(firstNamePrefixes('jean').map((prefix) => members.page({ limit: 100, prefix, by: 'firstName' }))),
);
await close();
