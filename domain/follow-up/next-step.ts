import { instantOf, localDay } from '../calendar/local-time.ts';
import { nextOpenDay, openIntervals, openingAt } from '../calendar/opening.ts';
import type { ClosedAs, FollowedPerson, MomentFacts } from './followed-person.ts';
import { callReason, closedBy, cutoffOf } from './moment-state.ts';
import { isOver, withOutcome } from './outcome.ts';
import { type FollowUpRules, type PlannedMoment, planMoments } from './plan-moments.ts';

/** What is to be done outside for a person. Its id derives from the person and the moment: doing it again changes nothing. */
export type Doing =
  /** Opens the link of the moment and plans its SMS, of no use any more from `notAfter` on. */
  | { readonly type: 'text'; readonly planned: PlannedMoment; readonly notAfter: string; readonly reminder: boolean }
  | { readonly type: 'call'; readonly planned: PlannedMoment; readonly from: string; readonly until: string }
  | {
      readonly type: 'withdraw-text';
      readonly planned: PlannedMoment;
      readonly notAfter: string;
      readonly reminder: boolean;
    }
  | { readonly type: 'withdraw-call'; readonly moment: string }
  /** No message of any kind any more (ARS-22). */
  | { readonly type: 'silence' };

export interface Step {
  /** As they are once that is done, with their place in the due index. */
  readonly person: FollowedPerson;
  readonly doings: readonly Doing[];
  /** What must be known first of the SMS or of the call of a moment: without it nothing is decided about that one. */
  readonly unknown: readonly { readonly moment: string; readonly of: 'message' | 'call' }[];
}

/** What was asked for this person: SMS that have not left yet, calls in hand and whether one was tried. By code of moment. */
export interface Seen {
  readonly unsent: ReadonlySet<string>;
  readonly attempted: ReadonlyMap<string, boolean>;
}

const nothingSeen: Seen = { unsent: new Set(), attempted: new Map() };

/** An SMS that has not left yet is waited for this long. */
const unsentMs = 15 * 60_000;
/** So long after closing, what came of the calls of the day is known. */
const settledMs = 5 * 60_000;

interface Draft {
  person: FollowedPerson;
  readonly rules: FollowUpRules;
  readonly at: string;
  readonly seen: Seen;
  readonly doings: Doing[];
  readonly unknown: { moment: string; of: 'message' | 'call' }[];
  readonly due: string[];
}

/** What a person is due now (ARS-01..11, -22), judged at the instant `at`: the same for the same facts, whoever asks. */
export function nextStep(known: FollowedPerson, rules: FollowUpRules, at: string, seen: Seen = nothingSeen): Step {
  const draft: Draft = { person: known, rules, at, seen, doings: [], unknown: [], due: [] };
  const plan = planMoments(known, rules);
  plan.forEach((planned, index) => {
    close(draft, planned, plan.slice(index + 1));
  });
  if (!isOver(draft.person)) {
    plan.forEach((planned, index) => {
      advance(draft, planned, plan.slice(index + 1));
    });
  }
  const isAllClosed = plan.every(({ moment }) => factsOf(draft, moment.code).closed !== undefined);
  if (isOver(draft.person) || isAllClosed) {
    end(draft, plan);
  }
  const { due: _, ...person } = draft.person;
  const [due] = draft.due.sort();
  return { person: due === undefined ? person : { ...person, due }, doings: draft.doings, unknown: draft.unknown };
}

/** Closes a moment that is done, has failed, or that the next one overtakes. */
function close(draft: Draft, planned: PlannedMoment, later: readonly PlannedMoment[]): void {
  const { code } = planned.moment;
  if (factsOf(draft, code).closed !== undefined) {
    return;
  }
  const isOvertaken = later.some(({ opensAt }) => opensAt <= draft.at);
  const as = closedBy(draft.person, code) ?? (isOvertaken ? 'superseded' : undefined);
  if (as === undefined) {
    return;
  }
  closeAs(draft, planned, as);
  const { protocol } = draft.rules;
  draft.person = withOutcome(draft.person, code, as, { hasLater: later.length > 0, protocol, at: draft.at });
}

function closeAs(draft: Draft, planned: PlannedMoment, as: ClosedAs): void {
  const { code } = planned.moment;
  const { openedAt, remindedAt, answered, call, callEnd } = factsOf(draft, code);
  if (openedAt !== undefined) {
    const notAfter = cutoffOf(planned, openedAt, draft.rules.calendar);
    // Who answered has the SMS; a reminder may still be on its way.
    const kinds = [...(answered === undefined ? [false] : []), ...(remindedAt === undefined ? [] : [true])];
    draft.doings.push(...kinds.map((reminder) => ({ type: 'withdraw-text', planned, notAfter, reminder }) as const));
  }
  if (call !== undefined && callEnd === undefined) {
    draft.doings.push({ type: 'withdraw-call', moment: code });
  }
  mark(draft, code, { closed: { as, at: draft.at } });
}

/** Nothing more is done for them; whatever was asked for is taken back. */
function end(draft: Draft, plan: readonly PlannedMoment[]): void {
  for (const planned of plan) {
    const { openedAt, closed } = factsOf(draft, planned.moment.code);
    if (openedAt !== undefined && closed === undefined) {
      closeAs(draft, planned, 'over');
    }
  }
  draft.due.length = 0;
  if (isOver(draft.person) && draft.person.silencedAt === undefined) {
    draft.doings.push({ type: 'silence' });
    draft.person = { ...draft.person, silencedAt: draft.at };
  }
  if (draft.person.endedAt === undefined) {
    draft.person = { ...draft.person, endedAt: draft.at };
  }
}

function advance(draft: Draft, planned: PlannedMoment, [following]: readonly PlannedMoment[]): void {
  const { moment, opensAt } = planned;
  if (factsOf(draft, moment.code).closed !== undefined) {
    return;
  }
  if (following !== undefined) {
    draft.due.push(following.opensAt);
  }
  if (opensAt > draft.at) {
    draft.due.push(opensAt);
    return;
  }
  if (factsOf(draft, moment.code).openedAt === undefined) {
    const notAfter = cutoffOf(planned, draft.at, draft.rules.calendar);
    draft.doings.push({ type: 'text', planned, notAfter, reminder: false });
    mark(draft, moment.code, { openedAt: draft.at });
  }
  const { call } = factsOf(draft, moment.code);
  if (call === undefined) {
    mayCall(draft, planned);
  } else {
    watch(draft, moment.code, call.until);
  }
}

/** Hands the person to the callers when there is a reason, in opening hours; the SMS came before, or could not (ARS-09). */
function mayCall(draft: Draft, planned: PlannedMoment): void {
  const { moment } = planned;
  const { at } = draft;
  const { calendar } = draft.rules;
  const { openedAt = at, message, answered, wanted } = factsOf(draft, moment.code);
  const cutoff = cutoffOf(planned, openedAt, calendar);
  const reason = callReason(draft.person, moment, at >= cutoff);
  if (reason === undefined) {
    remind(draft, planned, cutoff);
    draft.due.push(cutoff);
    return;
  }
  const { state, opensAt } = openingAt(calendar, at);
  if (state === 'closed') {
    draft.due.push(opensAt ?? later(at, unsentMs));
    return;
  }
  if (message === undefined && answered === undefined && wanted === undefined) {
    if (draft.seen.unsent.has(moment.code)) {
      draft.due.push(later(at, unsentMs));
    } else {
      draft.unknown.push({ moment: moment.code, of: 'message' });
    }
    return;
  }
  const until = callsUntil(draft, planned);
  draft.doings.push({ type: 'call', planned, from: at, until });
  mark(draft, moment.code, { call: { reason, at, until } });
  watch(draft, moment.code, until);
}

/** One reminder, where the protocol has one. */
function remind(draft: Draft, planned: PlannedMoment, cutoff: string): void {
  const { code, reminderAfterMinutes } = planned.moment;
  const { openedAt = draft.at, remindedAt, answered } = factsOf(draft, code);
  if (reminderAfterMinutes === undefined || remindedAt !== undefined || answered !== undefined) {
    return;
  }
  const remindAt = later(openedAt, reminderAfterMinutes * 60_000);
  if (remindAt > draft.at) {
    draft.due.push(remindAt);
    return;
  }
  draft.doings.push({ type: 'text', planned, notAfter: cutoff, reminder: true });
  mark(draft, code, { remindedAt: draft.at });
}

/** Each evening, who was not called at all is put off to the next open day (ARS-41), until the call is of no use any more. */
function watch(draft: Draft, code: string, until: string): void {
  const { at } = draft;
  const { calendar } = draft.rules;
  const { call, watchedDay, callEnd } = factsOf(draft, code);
  if (callEnd !== undefined) {
    return;
  }
  const evening = (day: string) => later(openIntervals(calendar, day).at(-1)?.to ?? until, settledMs);
  const due = evening(watchedDay ?? localDay(calendar.timeZone, call?.at ?? at));
  if (due > at) {
    draft.due.push(due);
    return;
  }
  const attempted = draft.seen.attempted.get(code);
  if (attempted === undefined) {
    draft.unknown.push({ moment: code, of: 'call' });
    return;
  }
  const next = nextOpenDay(calendar, localDay(calendar.timeZone, at));
  if (until <= at || next === undefined) {
    // The step that follows closes the moment by it.
    draft.doings.push({ type: 'withdraw-call', moment: code });
    mark(draft, code, { callEnd: { state: 'deadline', at, attempted } });
    draft.due.push(at);
    return;
  }
  mark(draft, code, { watchedDay: next, ...(attempted ? {} : { postponed: { to: next, at: due } }) });
  draft.due.push(evening(next));
}

/** Closing of the last open day in which the call is still made. */
function callsUntil({ at, rules: { calendar } }: Draft, { moment, callDay }: PlannedMoment): string {
  const today = localDay(calendar.timeZone, at);
  let day = today > callDay ? today : callDay;
  for (let carried = 0; carried < moment.carryOpenDays; carried += 1) {
    day = nextOpenDay(calendar, day) ?? day;
  }
  return openIntervals(calendar, day).at(-1)?.to ?? instantOf(calendar.timeZone, day, '24:00');
}

function factsOf({ person }: Draft, code: string): MomentFacts {
  return person.moments[code] ?? {};
}

function mark(draft: Draft, code: string, facts: Partial<MomentFacts>): void {
  const { moments } = draft.person;
  draft.person = { ...draft.person, moments: { ...moments, [code]: { ...moments[code], ...facts } } };
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
