import { consentEntry } from '../consent/note-consent.ts';
import { foldName } from '../member/collation.ts';
import { type KnownName, knownName, type NameBook, nameKey } from '../member/known-name.ts';
import { type MemberOccasion, memberEntry } from '../member/member-entry.ts';
import type { KeptMember } from '../member/member-store.ts';
import { type AuthoredFact, consentOf, consentOrder, givenFact, newMember } from '../member/register-member.ts';
import { completedSheet } from './complete-member.ts';
import { importGroups } from './import-groups.ts';
import type { MemberImportPorts } from './import-ports.ts';
import type { MemberImport } from './member-import.ts';
import { type ListedMember, type NamesPlan, planNames } from './plan-names.ts';
import type { ReadMember } from './read-member-row.ts';
import { rowsByName, type SheetRow } from './rows-by-name.ts';

type CommitPorts = Pick<MemberImportPorts, 'members' | 'consents' | 'journal' | 'hash'>;

/** Books of names in a part. */
const booksAtOnce = 200;
/** Parts worked at the same time: no book is in two of them. */
const lanes = 3;
/** Tries when somebody else writes a book. */
const mostTries = 20;

/**
 * Registers whom a file names. Each book of names is read and written again at the moment, so that whoever is registered by hand meanwhile is met and nobody
 * comes twice; names come before sheets, so that a run cut short is completed by the next. `progress` is told rows done.
 */
export async function commitMembers(
  read: readonly ReadMember[],
  job: MemberImport,
  occasion: MemberOccasion,
  ports: CommitPorts,
  progress: (done: number) => Promise<void>,
): Promise<void> {
  const groupIds = await importGroups(read, job, occasion, ports);
  const books = [...rowsByName(read)];
  const parts: (typeof books)[] = [];
  for (let from = 0; from < books.length; from += booksAtOnce) {
    parts.push(books.slice(from, from + booksAtOnce));
  }
  let done = 0;
  let told = Promise.resolve();
  const lane = async (): Promise<void> => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      await registered(part, groupIds, job, occasion, ports);
      done += part.reduce((sum, [, rows]) => sum + rows.length, 0);
      const now = done;
      told = told.then(() => progress(now));
      await told;
    }
  };
  const ends = await Promise.allSettled(
    Array.from({ length: lanes }, () =>
      lane().catch((error: unknown) => {
        // The others end what they have begun: the next run finds nobody at work.
        parts.length = 0;
        throw error;
      }),
    ),
  );
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) {
    throw failure.reason;
  }
}

/** Some books: their names, then the sheets of those who have none. */
async function registered(
  books: readonly (readonly [string, readonly SheetRow[]])[],
  groupIds: ReadonlyMap<string, string>,
  job: MemberImport,
  occasion: MemberOccasion,
  ports: CommitPorts,
): Promise<void> {
  const known = await ports.members.names(books.map(([key]) => key));
  const plans = await Promise.all(
    books.map(([key, rows]) => takenNames(key, rows, known.get(key) ?? { names: [] }, job, occasion, ports)),
  );
  const listed = plans.flatMap(({ added, matched }) => [
    ...added.map((one) => ({ ...one, isNew: true })),
    ...matched.map((one) => ({ ...one, isNew: false })),
  ]);
  await written(listed, groupIds, job, occasion, ports);
}

/** Takes the names of those who are new in a book; planned again whenever somebody else wrote it first. */
async function takenNames(
  key: string,
  rows: readonly SheetRow[],
  first: NameBook,
  { importId, decisions }: MemberImport,
  { programme, structure, at }: MemberOccasion,
  { members, hash }: CommitPorts,
): Promise<NamesPlan> {
  const idOf = (row: number) => hash({ programme, structure, importId, row });
  let book = first;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const plan = planNames(rows, book.names, decisions, idOf);
    const names = namesAfter(plan, book, at);
    if (names === undefined || (await members.saveNames(key, book, names))) {
      return plan;
    }
    book = (await members.names([key])).get(key) ?? { names: [] };
  }
  throw new Error(`Import ${importId} met ${mostTries} other writes of a book of names; run it again`);
}

/** What a book holds after a plan: who is new, and what a file adds to who was there; undefined when nothing. */
function namesAfter({ added, matched }: NamesPlan, book: NameBook, at: string): readonly KnownName[] | undefined {
  const told = new Map(matched.map((one) => [one.memberId, knownName(one.sheet, one.memberId, at)]));
  const kept = book.names.map((name) => ({ ...told.get(name.memberId), ...name }));
  const learnt = kept.some((name, index) => Object.keys(name).length > Object.keys(book.names[index] ?? {}).length);
  return added.length === 0 && !learnt
    ? undefined
    : [...kept, ...added.map(({ sheet, memberId }) => knownName(sheet, memberId, at))];
}

type Found = ListedMember & { readonly isNew: boolean };

async function written(
  listed: readonly Found[],
  groupIds: ReadonlyMap<string, string>,
  job: MemberImport,
  occasion: MemberOccasion,
  { members, consents, journal }: CommitPorts,
): Promise<void> {
  const known = listed.filter(({ isNew }) => !isNew).map(({ memberId }) => memberId);
  const before = new Map((await members.kept(known)).map((member) => [member.memberId, member]));
  const changes = listed.flatMap((one) => changeOf(one, before.get(one.memberId), groupIds, job, occasion) ?? []);
  const facts = changes.flatMap(({ member: { memberId }, fact }) =>
    fact === undefined ? [] : [consentOrder(occasion, memberId, fact)],
  );
  const entries = changes.map(({ member: { memberId, version }, kind }) => {
    const change = kind === 'changed' ? 'changed' : 'registered';
    return memberEntry(occasion, { memberId, change, version, importId: job.importId });
  });
  await Promise.all([
    consents.appendAll(occasion.programme, facts),
    journal.append([...facts.map(consentEntry), ...entries]),
  ]);
  const of = (kind: MemberChange['kind']) => changes.filter((one) => one.kind === kind).map(({ member }) => member);
  await members.addAll(of('new'));
  await Promise.all(of('begun').map((member) => members.add(member)));
  // Whoever is changed by hand at this very moment keeps that change; the file sent again completes them.
  await Promise.all(of('changed').map((member) => members.change(member, [])));
}

/** `begun`: they stand in a book without a sheet, since a run or a registration was cut short. */
interface MemberChange {
  readonly kind: 'new' | 'begun' | 'changed';
  readonly member: KeptMember;
  readonly fact?: AuthoredFact;
}

function changeOf(
  one: Found,
  before: KeptMember | undefined,
  groupIds: ReadonlyMap<string, string>,
  { importId, consentText }: MemberImport,
  occasion: MemberOccasion,
): MemberChange | undefined {
  const { at, by } = occasion;
  const groups = [...new Set(one.groupNames.flatMap((name) => groupIds.get(foldName(name)) ?? []))];
  // Who withdrew is not brought back by a file.
  const agrees = one.consent === true && consentText !== undefined && before?.consent === undefined;
  const fact = agrees ? givenFact(at, by, consentText, 'import') : undefined;
  const said = fact === undefined ? {} : { consent: consentOf(fact) };
  if (before === undefined) {
    const sheet = { ...one.sheet, groups };
    const member = { ...newMember(one.memberId, sheet, occasion), ...said, importId, nameKeys: [nameKey(sheet)] };
    return { kind: one.isNew ? 'new' : 'begun', member, ...(fact && { fact }) };
  }
  const sheet = completedSheet(before, one, groups);
  const version = before.version + 1;
  return sheet === undefined && fact === undefined
    ? undefined
    : {
        kind: 'changed',
        member: { ...before, ...sheet, ...said, changedAt: at, changedBy: by, version },
        ...(fact && { fact }),
      };
}
