import { instantOf, localDay } from '../calendar/local-time.ts';
import { messagesScope, standingConsent } from '../consent/consent.ts';
import type { ConsentLedger } from '../consent/consent-ledger.ts';
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
  /** What people said about being written to outlives a follow-up. */
  readonly consents: ConsentLedger;
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
    const importId = importIdOf(list, bytes, ports.hash);
    const { plan, again } = await planOf(programme.name, importId, read, rules, at, ports);
    await commitImport(programme.name, importId, plan, {
      ...ports,
      progress: async () => undefined,
    });
    const { included, already } = await include(programme.name, plan, again, read, rules, at, ports);
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

/**
 * Whom the list is about. Somebody whose follow-up is over, and whose new one begins after its end, is planned as somebody new: the register has both, each
 * with times and a history of their own, and the list read again finds the last.
 */
async function planOf(
  programme: string,
  importId: string,
  read: readonly ReadListing[],
  { calendar }: FollowUpRules,
  at: string,
  { register, profiles, hash, followed }: IntakePorts,
): Promise<{ readonly plan: ImportPlan; readonly again: ReadonlyMap<number, readonly FollowedPerson[]> }> {
  const [all, departures] = await Promise.all([register.entries(programme), register.departures(programme)]);
  const { timeZone } = calendar;
  const anchors = new Map(read.map(({ row, listing }) => [row, listing?.anchor]));
  const again = new Map<number, readonly FollowedPerson[]>();
  const over = new Set<string>();
  for (;;) {
    const plan = await planImport(read, {
      programme,
      importId,
      at,
      hash,
      decisions: {},
      entries: all.filter(({ recipientId }) => !over.has(recipientId)),
      departures: new Map(departures.map((one) => [one.recipientId, localDay(timeZone, one.at)])),
      reveal: async (ids) => await profiles.reveal(programme, ids),
    });
    const known = plan.people.filter(({ kind }) => kind === 'changed' || kind === 'unchanged');
    const ids = known.map(({ entry }) => entry.recipientId);
    const before = new Map((await followed.read(programme, ids)).map((one) => [one.recipientId, one]));
    let found = false;
    for (const { entry, rows } of known) {
      const [row = 0] = rows;
      const person = before.get(entry.recipientId);
      if (person?.endedAt !== undefined && (anchors.get(row) ?? '') > localDay(timeZone, person.endedAt)) {
        again.set(row, [...(again.get(row) ?? []), person]);
        over.add(person.recipientId);
        found = true;
      }
    }
    if (!found) {
      return { plan, again };
    }
  }
}

async function include(
  programme: string,
  { people }: ImportPlan,
  again: ReadonlyMap<number, readonly FollowedPerson[]>,
  read: readonly ReadListing[],
  rules: FollowUpRules,
  at: string,
  { followed, consents, journal }: IntakePorts,
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
    .map(({ row, planned, listing }) => personOf(planned, listing, again.get(row) ?? [], rules, at));
  // Who does not want to be written to any more is not, whenever they are followed again (COMMON-12).
  for (const { recipientId, earlier = [] } of begun) {
    await keepStop(programme, recipientId, earlier, consents);
  }
  // Told first: once they are there, nobody comes back to tell.
  await journal.append(begun.flatMap((person) => entriesBetween(programme, undefined, person, rules)));
  await followed.add(programme, begun);
  const already = listed.filter(({ planned }) => known.has(planned.entry.recipientId)).map(({ row }) => row);
  return { included: begun.length, already };
}

/** A STOP of an earlier follow-up holds for this one, as of when it was said. */
async function keepStop(
  programme: string,
  subject: string,
  earlier: readonly string[],
  consents: ConsentLedger,
): Promise<void> {
  const facts = (
    await Promise.all(earlier.map(async (one) => await consents.facts(programme, { subject: one })))
  ).flat();
  if (standingConsent(facts, messagesScope) === 'withdrawn') {
    for (const fact of facts.filter(({ scope, change }) => scope === messagesScope && change === 'withdrawn')) {
      await consents.append(programme, { subject }, fact);
    }
  }
}

function personOf(
  { entry }: PlannedPerson,
  listing: Listing,
  again: readonly FollowedPerson[],
  rules: FollowUpRules,
  at: string,
): FollowedPerson {
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
    ...(again.length > 0 && { earlier: again.map(({ recipientId }) => recipientId) }),
    moments: {},
    version: 1,
  };
  const [first] = planMoments(person, rules);
  return { ...person, due: first?.opensAt ?? at };
}

function alreadyFollowed(row: number): Fault {
  return {
    row,
    reason: 'cette personne est déjà suivie, ou l’a été jusqu’après ce début : rien ne change pour elle',
    accepted: 'une personne dont le suivi commence, ou recommence après la fin du précédent',
    effect: 'row-refused',
  };
}

/** The same list under the same name registers the same people once; another day's under that name, those of its own. */
function importIdOf(list: string, bytes: Uint8Array, hash: KeyedHash): string {
  return `suivi-${hash(`liste#${list}#${new TextDecoder('latin1').decode(bytes)}`).slice(0, 16)}`;
}
