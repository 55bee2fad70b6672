import type { AppointmentEntry } from '../appointment/appointment-entry.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/local-time.ts';
import { nextOpenDay, previousOpenDay } from '../calendar/opening.ts';
import type { AttemptEntry } from '../campaign/campaign-entry.ts';
import type { AgentStatusEntry, ContactEntry, JournalEntry, QuestionEntry, WrapUpEntry } from '../journal/entry.ts';
import { canonicalEntries } from '../journal/journal-hash.ts';
import { ofKind } from '../journal/of-kind.ts';
import { type CallbackLife, callbackLives } from './callback-lives.ts';
import { type InboundCall, inboundCalls, orphanChains } from './inbound-calls.ts';
import { orderAttempts } from './order-facts.ts';

/** What the journal says of one local day, and nothing of the days around it. */
export interface DayFacts {
  readonly day: string;
  readonly calls: readonly InboundCall[];
  /** Every segment of the day but those of campaigns: inbound, callbacks, transfers. */
  readonly contacts: readonly ContactEntry[];
  /** Callbacks created on the day, and older ones that a call of the day joined. */
  readonly callbacks: readonly CallbackLife[];
  /** Calls of the day at people of orders. */
  readonly attempts: readonly AttemptEntry[];
  readonly appointments: readonly AppointmentEntry[];
  readonly wrapUps: readonly WrapUpEntry[];
  readonly statuses: readonly AgentStatusEntry[];
  /** Questions of the day and before. */
  readonly questions: readonly QuestionEntry[];
  /** Chains of which the first segment is missing. */
  readonly orphans: number;
  /** The entries all this was read from, without repeats, in canonical order: the report's source. */
  readonly entries: readonly JournalEntry[];
}

/**
 * Picks what concerns `day` out of `entries`, which must hold the days of `reportSpan` and the questions' history. Other people's entries of other
 * days change nothing: same facts. `asOf` (ISO instant): the cut of the report, at which callbacks past their deadline are over.
 */
export function dayFacts(entries: readonly JournalEntry[], day: string, asOf: string): DayFacts {
  const contacts = canonicalEntries(ofKind(entries, 'contact'));
  const dayOfChain = new Map(contacts.filter(isFirst).map((contact) => [contact.initialContactId, contact.day]));
  const ofDay = contacts.filter((contact) => (dayOfChain.get(contact.initialContactId) ?? contact.day) === day);
  const calls = inboundCalls(ofDay);
  const ofCampaigns = new Set(
    ofKind(entries, 'attempt').flatMap(({ n, contactId }) => (n > 0 ? (contactId ?? []) : [])),
  );
  const attempts = orderAttempts(entries, day);
  const segments = new Set(calls.flatMap(({ contactIds }) => contactIds));

  const callbackEntries = canonicalEntries(ofKind(entries, 'callback'));
  const callbacks = callbackLives(callbackEntries, asOf).filter(
    (life) => life.day === day || [...life.sources].some((source) => segments.has(source)),
  );
  const callbackIds = new Set(callbacks.map(({ id }) => id));
  const numbers = new Set(callbacks.flatMap(({ numberKey }) => numberKey ?? []));

  const appointments = canonicalEntries(ofKind(entries, 'appointment').filter((entry) => entry.day === day));
  const wrapUps = ofKind(entries, 'wrap-up').filter((entry) => entry.day === day);
  const statuses = ofKind(entries, 'agent-status').filter((entry) => entry.day === day);
  const questions = ofKind(entries, 'question').filter((entry) => entry.day <= day);
  return {
    day,
    calls,
    contacts: ofDay.filter(({ contactId }) => !ofCampaigns.has(contactId)),
    callbacks,
    attempts,
    appointments,
    wrapUps: canonicalEntries(wrapUps),
    statuses: canonicalEntries(statuses),
    questions: canonicalEntries(questions),
    orphans: orphanChains(ofDay).length,
    entries: canonicalEntries<JournalEntry>([
      ...ofDay,
      ...callbackEntries.filter(({ callbackId, numberKey }) =>
        numberKey === undefined ? callbackIds.has(callbackId) : numbers.has(numberKey),
      ),
      ...attempts,
      ...appointments,
      ...wrapUps,
      ...statuses,
      ...questions,
    ]),
  };
}

/** Open days before a report's day whose callbacks may still be open for its calls, each call having renewed the promise. */
const openDaysBefore = 2;

/** Local days whose entries a report of `day` reads: from two open days before to the next open day. */
export function reportSpan(calendar: ProgrammeCalendar, day: string): readonly string[] {
  let first = day;
  for (let count = 0; count < openDaysBefore; count += 1) {
    first = previousOpenDay(calendar, first) ?? first;
  }
  const last = nextOpenDay(calendar, day) ?? day;
  const span: string[] = [];
  for (let next = first; next <= last; next = addDays(next, 1)) {
    span.push(next);
  }
  return span;
}

function isFirst(contact: ContactEntry): boolean {
  return contact.contactId === contact.initialContactId;
}
