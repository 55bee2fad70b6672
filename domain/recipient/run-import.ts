import { localDay } from '../calendar/local-time.ts';
import type { People } from '../caller/people.ts';
import { FileRefused, type Spreadsheets } from '../import/spreadsheets.ts';
import type { Journal } from '../journal/journal.ts';
import type { Programme } from '../programme/programme.ts';
import { commitImport } from './commit-import.ts';
import type { KeyedHash } from './identity-keys.ts';
import type { ErrorWorkbook, ImportFiles, ImportPreview } from './import-files.ts';
import { countsOf, type ImportJob, type ImportJobs } from './import-job.ts';
import { type ImportSummary, summaryOf } from './import-summary.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import type { Profiles } from './profiles.ts';
import { fileRules } from './read-file.ts';
import { type ReadList, readList } from './read-list.ts';
import type { RecipientRegister } from './recipient-register.ts';
import { type RegisterChangeEntry, registerChange } from './register-change-entry.ts';
import { undoImport } from './undo-import.ts';

export interface ImportPorts {
  readonly jobs: ImportJobs;
  readonly files: ImportFiles;
  readonly register: RecipientRegister;
  readonly profiles: Profiles;
  readonly people: Pick<People, 'addAll'>;
  readonly spreadsheets: Spreadsheets;
  readonly errorWorkbook: ErrorWorkbook;
  readonly hash: KeyedHash;
  readonly journal: Pick<Journal, 'append'>;
  readonly now: () => string;
}

/** Lines of each list that a preview shows; the workbook has them all. */
const shown = 200;

/**
 * Does what an import waits for: reading the list, writing it to the register, or taking it back. Run again, after a crash or by a repeat, it goes on from
 * what is written. Answers the job as it then is; undefined when there is none or it waits for a person.
 */
export async function runImport(
  programme: Programme,
  importId: string,
  ageFrom: number,
  ports: ImportPorts,
): Promise<ImportJob | undefined> {
  const { jobs, now } = ports;
  const job = await jobs.find(programme.name, importId);
  if (job?.state === 'undoing') {
    await undoImport({ programme: programme.name, importId, at: now(), by: job.startedBy }, ports);
    await tell(programme, job, { type: 'import-undone', importId }, ports);
    return await settle(programme, { ...job, state: 'undone' }, ports);
  }
  if (job?.state !== 'reading' && job?.state !== 'committing') {
    return undefined;
  }
  try {
    const { list, plan } = await planned(programme, job, ageFrom, ports);
    const summary = summaryOf(plan, list.read.length);
    if (job.state === 'reading') {
      await publish(programme, job, list, summary, ports);
      return await settle(
        programme,
        { ...job, state: 'ready', mapping: list.mapping, counts: countsOf(summary) },
        ports,
      );
    }
    await jobs.remember(programme.name, ports.hash(list.signature), list.mapping);
    let current = job;
    await commitImport(programme.name, importId, plan, {
      ...ports,
      progress: async (done, all) => {
        current = { ...current, version: current.version + 1, changedAt: now(), progress: { done, all } };
        await jobs.save(programme.name, current);
      },
    });
    const { created, changed } = countsOf(summary);
    await tell(programme, job, { type: 'imported', importId, created, changed }, ports);
    return await settle(programme, { ...current, state: 'done' }, ports);
  } catch (error) {
    if (error instanceof FileRefused) {
      return await settle(programme, { ...job, state: 'refused', refusal: error.message }, ports);
    }
    throw error;
  }
}

/** Before the job says that it is over: a run after a crash tells it again, under the same id. */
async function tell(
  { name, calendar: { timeZone } }: Programme,
  { startedBy }: ImportJob,
  change: RegisterChangeEntry['change'],
  { journal, now }: ImportPorts,
): Promise<void> {
  const time = now();
  const when = { programme: name, day: localDay(timeZone, time), time };
  await journal.append([registerChange(when, startedBy, change)]);
}

async function planned(
  programme: Programme,
  job: ImportJob,
  ageFrom: number,
  { files, jobs, spreadsheets, register, profiles, hash, now }: ImportPorts,
): Promise<{ readonly list: ReadList; readonly plan: ImportPlan }> {
  const { name, defaultCountry, calendar } = programme;
  const at = now();
  const today = localDay(calendar.timeZone, at);
  const list = await readList(
    spreadsheets.rows(await files.list(name, job.importId)),
    { country: defaultCountry, ageFrom, today, ...fileRules(programme, job.importId) },
    async (signature) => job.mapping ?? (await jobs.mapping(name, hash(signature))),
  );
  const [entries, departures] = await Promise.all([register.entries(name), register.departures(name)]);
  const plan = await planImport(list.read, {
    programme: name,
    importId: job.importId,
    at,
    hash,
    decisions: job.decisions,
    entries,
    departures: new Map(departures.map((one) => [one.recipientId, localDay(calendar.timeZone, one.at)])),
    reveal: (ids) => profiles.reveal(name, ids),
  });
  return { list, plan };
}

async function publish(
  { name, title, calendar: { timeZone }, outbound }: Programme,
  { importId }: ImportJob,
  { headings, headerRow, samples, mapping }: ReadList,
  summary: ImportSummary,
  { files, errorWorkbook, now }: ImportPorts,
): Promise<void> {
  const { repeated, left, withoutNumber, otherwise, sharedNumbers, pairs, faults, ...counts } = summary;
  const first = <T>(list: readonly T[]) => list.slice(0, shown);
  const preview: ImportPreview = {
    ...{ headings, headerRow, samples, mapping, ofFiles: outbound?.renewals !== undefined },
    summary: {
      ...counts,
      repeated: first(repeated),
      left: first(left),
      withoutNumber: first(withoutNumber),
      otherwise: first(otherwise),
      sharedNumbers: first(sharedNumbers),
      pairs: first(pairs),
      faults: first(faults),
    },
  };
  await files.saveErrors(name, importId, await errorWorkbook(summary, { title, timeZone, at: now() }));
  await files.savePreview(name, importId, preview);
}

/** The last word of a run; another run may have said it first. */
async function settle({ name }: Programme, job: ImportJob, { jobs, now }: ImportPorts): Promise<ImportJob> {
  const { progress: _over, ...rest } = job;
  const settled = { ...rest, version: job.version + 1, changedAt: now() };
  await jobs.save(name, settled);
  return settled;
}
