import { localDay } from '../calendar/local-time.ts';
import { readTable } from '../import/read-table.ts';
import { FileRefused } from '../import/spreadsheets.ts';
import type { MemberOccasion } from '../member/member-entry.ts';
import { commitMembers } from './commit-members.ts';
import { filesOf, type MemberImportGround, type MemberImportPorts } from './import-ports.ts';
import { memberFields } from './member-fields.ts';
import type { MemberImport, MemberImportSummary } from './member-import.ts';
import { type NamesPlan, planNames } from './plan-names.ts';
import { readMemberRow } from './read-member-row.ts';
import { rowsByName } from './rows-by-name.ts';
import { summariseImport } from './summarise-import.ts';

/** Lines of each list that a preview shows; the workbook has them all. */
const shown = 100;
/** Books of names, and members, read at once. */
const readAtOnce = 2_000;

/**
 * Does what an import waits for: reading the file, or registering whom it names. Run again, after a crash or by a repeat, it goes on from what is written.
 * Answers the job as it then is; undefined when there is none or it waits for a person.
 */
export async function runMemberImport(
  importId: string,
  ground: MemberImportGround,
  ports: MemberImportPorts,
): Promise<MemberImport | undefined> {
  const job = await ports.jobs.find(importId);
  if (job?.state !== 'reading' && job?.state !== 'committing') {
    return undefined;
  }
  try {
    const list = await listOf(job, ground, ports);
    return job.state === 'reading'
      ? await previewed(job, list, ground, ports)
      : await committed(job, list, ground, ports);
  } catch (error) {
    if (error instanceof FileRefused) {
      return await settled({ ...job, state: 'refused', refusal: error.message }, ports);
    }
    throw error;
  }
}

type List = Awaited<ReturnType<typeof listOf>>;

async function listOf(
  job: MemberImport,
  { scope, country, timeZone }: MemberImportGround,
  { files, spreadsheets, jobs, hash, now }: MemberImportPorts,
) {
  const rules = { country, today: localDay(timeZone, now()) };
  return await readTable(
    spreadsheets.rows(await files.list(filesOf(scope), job.importId)),
    memberFields,
    async (signature) => job.mapping ?? (await jobs.mapping(hash(signature))),
    (row, headings, mapping) => readMemberRow(row, headings, mapping, rules),
  );
}

async function previewed(
  job: MemberImport,
  { read, headings, headerRow, samples, mapping }: List,
  { scope, title, timeZone, funding }: MemberImportGround,
  ports: MemberImportPorts,
): Promise<MemberImport> {
  const { importId } = job;
  const { members, files, workbook, now } = ports;
  const plans = await plansOf(job, read, ports);
  const ids = plans.flatMap(({ matched }) => matched.map(({ memberId }) => memberId));
  const known = new Map<string, Awaited<ReturnType<typeof members.read>>[number]>();
  for (let from = 0; from < ids.length; from += readAtOnce) {
    for (const member of await members.read(ids.slice(from, from + readAtOnce))) {
      known.set(member.memberId, member);
    }
  }
  const summary = summariseImport(read, plans, known, await members.groups());
  const bytes = await workbook(summary, { title, timeZone, at: now(), funding });
  await files.saveErrors(filesOf(scope), importId, bytes);
  await files.savePreview(filesOf(scope), importId, { headings, headerRow, samples, mapping, summary: cut(summary) });
  return await settled({ ...job, state: 'ready', mapping, counts: summary.counts }, ports);
}

async function plansOf(
  { importId, decisions }: MemberImport,
  read: List['read'],
  { members, hash }: MemberImportPorts,
): Promise<readonly NamesPlan[]> {
  const books = [...rowsByName(read)];
  const plans: NamesPlan[] = [];
  for (let from = 0; from < books.length; from += readAtOnce) {
    const some = books.slice(from, from + readAtOnce);
    const known = await members.names(some.map(([key]) => key));
    plans.push(
      ...some.map(([key, rows]) =>
        planNames(rows, known.get(key)?.names ?? [], decisions, (row) => hash({ importId, row })),
      ),
    );
  }
  return plans;
}

function cut(summary: MemberImportSummary): MemberImportSummary {
  const { matched, repeated, pairs, faults } = summary;
  return {
    ...summary,
    matched: matched.slice(0, shown),
    repeated: repeated.slice(0, shown),
    pairs: pairs.slice(0, shown),
    faults: faults.slice(0, shown),
  };
}

async function committed(
  job: MemberImport,
  { read, signature, mapping }: List,
  { scope, timeZone }: MemberImportGround,
  ports: MemberImportPorts,
): Promise<MemberImport> {
  const { jobs, now, hash } = ports;
  const { committedAt: at = job.changedAt, committedBy: by = job.startedBy } = job;
  const occasion: MemberOccasion = { ...scope, timeZone, at, by };
  await jobs.remember(hash(signature), mapping);
  let current = job;
  await commitMembers(read, job, occasion, ports, async (done) => {
    current = {
      ...current,
      version: current.version + 1,
      changedAt: now(),
      progress: { done, all: read.length },
    };
    await jobs.save(current);
  });
  return await settled({ ...current, state: 'done' }, ports);
}

/** The last word of a run; another run may have said it first. */
async function settled(job: MemberImport, { jobs, now }: MemberImportPorts): Promise<MemberImport> {
  const { progress: _over, ...rest } = job;
  const last = { ...rest, version: job.version + 1, changedAt: now() };
  await jobs.save(last);
  return last;
}
