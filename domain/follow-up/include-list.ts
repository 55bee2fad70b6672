import { instantOf, localDay } from '../calendar/local-time.ts';
import type { Fault } from '../import/fault.ts';
import { FileRefused, type Spreadsheets } from '../import/spreadsheets.ts';
import type { Programme } from '../programme/programme.ts';
import { commitImport } from '../recipient/commit-import.ts';
import type { KeyedHash } from '../recipient/identity-keys.ts';
import type { ErrorWorkbook } from '../recipient/import-files.ts';
import { summaryOf } from '../recipient/import-summary.ts';
import { type ImportPlan, type PlannedPerson, planImport } from '../recipient/plan-import.ts';
import { lineOf } from '../recipient/register-entry.ts';
import type { ImportPorts } from '../recipient/run-import.ts';
import { rulesAt } from './change-followed.ts';
import type { DroppedLists, ListAnswer } from './dropped-lists.ts';
import { entriesBetween } from './follow-up-entries.ts';
import type { FollowUpPorts } from './follow-up-ports.ts';
import type { FollowedPerson } from './followed-person.ts';
import { type FollowUpRules, planMoments } from './plan-moments.ts';
import { type Listing, type ReadListing, readListings } from './read-listing.ts';

export interface IntakePorts
  extends Pick<FollowUpPorts, 'content' | 'journal'>,
    Pick<ImportPorts, 'register' | 'profiles' | 'people'> {
  readonly lists: DroppedLists;
  readonly followed: Pick<FollowUpPorts['followed'], 'read' | 'add'>;
  readonly spreadsheets: Spreadsheets;
  readonly errorWorkbook: ErrorWorkbook;
  readonly hash: KeyedHash;
}

/**
 * Includes the people of a dropped list (ARS-14, -36): registers who is new, begins their follow-up, and puts the answer and the errors back. The same list
 * again, or one that a crash cut short, changes nothing for who is followed already.
 */
export async function includeList(
  programme: Programme,
  list: string,
  at: string,
  ports: IntakePorts,
): Promise<ListAnswer> {
  const rules = await rulesAt(programme.name, at, ports);
  const about = { title: programme.title, timeZone: rules.calendar.timeZone, at };
  try {
    const bytes = await ports.lists.read(programme.name, list);
    const read = await listingsOf(programme, bytes, rules, at, ports);
    const plan = await planOf(programme.name, list, read, rules, at, ports);
    await commitImport(programme.name, importIdOf(list, ports.hash), plan, {
      ...ports,
      progress: async () => undefined,
    });
    const { included, already } = await include(programme.name, plan, read, rules, at, ports);
    const faults = [...plan.faults, ...already.map(alreadyFollowed)];
    const summary = summaryOf({ ...plan, faults }, read.length);
    const answer: ListAnswer = {
      list,
      readAt: at,
      state: 'done',
      rows: read.length,
      included,
      alreadyFollowed: already,
      refused: summary.refused - already.length,
      faults: summary.faults.length,
      doubts: plan.pairs.length,
      afterFreeze: at > instantOf(about.timeZone, localDay(about.timeZone, at), rules.protocol.freezeAt),
    };
    await ports.lists.answer(programme.name, answer, await ports.errorWorkbook(summary, about));
    return answer;
  } catch (error) {
    if (!(error instanceof FileRefused)) {
      throw error;
    }
    const refusal = error.message;
    const none = { rows: 0, included: 0, alreadyFollowed: [], refused: 0, faults: 1, doubts: 0, afterFreeze: false };
    const answer: ListAnswer = { list, readAt: at, state: 'refused', refusal, ...none };
    const fault: Fault = {
      row: 1,
      reason: refusal,
      accepted: 'une liste de personnes à suivre',
      effect: 'row-refused',
    };
    const summary = summaryOf({ people: [], pairs: [], faults: [fault] }, 0);
    await ports.lists.answer(programme.name, answer, await ports.errorWorkbook(summary, about));
    return answer;
  }
}

async function listingsOf(
  { defaultCountry }: Programme,
  bytes: Uint8Array,
  { protocol, calendar }: FollowUpRules,
  at: string,
  { spreadsheets }: IntakePorts,
): Promise<readonly ReadListing[]> {
  const today = localDay(calendar.timeZone, at);
  // Nobody is followed for their age.
  const register = { country: defaultCountry, ageFrom: 200, today };
  return await readListings(spreadsheets.rows(bytes), { ...register, protocol });
}

async function planOf(
  programme: string,
  list: string,
  read: readonly ReadListing[],
  { calendar }: FollowUpRules,
  at: string,
  { register, profiles, hash }: IntakePorts,
): Promise<ImportPlan> {
  const [entries, departures] = await Promise.all([register.entries(programme), register.departures(programme)]);
  return await planImport(read, {
    programme,
    importId: importIdOf(list, hash),
    at,
    hash,
    decisions: {},
    entries,
    departures: new Map(departures.map((one) => [one.recipientId, localDay(calendar.timeZone, one.at)])),
    reveal: async (ids) => await profiles.reveal(programme, ids),
  });
}

async function include(
  programme: string,
  { people }: ImportPlan,
  read: readonly ReadListing[],
  rules: FollowUpRules,
  at: string,
  { followed, journal }: IntakePorts,
): Promise<{ readonly included: number; readonly already: readonly number[] }> {
  const listings = new Map(read.map(({ row, listing }) => [row, listing]));
  const listed = people.flatMap((planned) => {
    const [row = 0] = planned.rows;
    const listing = listings.get(row);
    return planned.kind === 'left' || listing === undefined ? [] : [{ row, planned, listing }];
  });
  const ids = listed.map(({ planned }) => planned.entry.recipientId);
  const known = new Set((await followed.read(programme, ids)).map(({ recipientId }) => recipientId));
  const begun = listed
    .filter(({ planned }) => !known.has(planned.entry.recipientId))
    .map(({ planned, listing }) => personOf(planned, listing, rules, at));
  // Told first: once they are there, nobody comes back to tell.
  await journal.append(begun.flatMap((person) => entriesBetween(programme, undefined, person, rules)));
  await followed.add(programme, begun);
  const already = listed.filter(({ planned }) => known.has(planned.entry.recipientId)).map(({ row }) => row);
  return { included: begun.length, already };
}

function personOf({ entry }: PlannedPerson, listing: Listing, rules: FollowUpRules, at: string): FollowedPerson {
  const { vulnerable, ...facts } = listing;
  const { timeZone } = rules.calendar;
  const { riskRank } = lineOf(entry, localDay(timeZone, at), (day) => instantOf(timeZone, day, '24:00'));
  const person: FollowedPerson = {
    recipientId: entry.recipientId,
    ...facts,
    includedAt: at,
    numbers: entry.numberKeys,
    riskRank: vulnerable ? 0 : riskRank,
    ...(vulnerable && { vulnerable: { at, reason: 'autre', by: 'list' } }),
    moments: {},
    version: 1,
  };
  const [first] = planMoments(person, rules);
  return { ...person, due: first?.opensAt ?? at };
}

function alreadyFollowed(row: number): Fault {
  return {
    row,
    reason: 'cette personne est déjà suivie, ou l’a été : rien ne change pour elle',
    accepted: 'une personne dont le suivi commence',
    effect: 'row-refused',
  };
}

/** The same list under the same name registers the same people once. */
function importIdOf(list: string, hash: KeyedHash): string {
  return `suivi-${hash(`liste#${list}`).slice(0, 16)}`;
}
