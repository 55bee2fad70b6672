import type { AgentStatusEntry, ContactEntry, JournalEntry, QuestionEntry, WrapUpEntry } from '../journal/entry.ts';
import { canonicalEntries } from '../journal/journal-hash.ts';
import { type CallbackLife, callbackLives } from './callback-lives.ts';
import { type InboundCall, inboundCalls, orphanChains } from './inbound-calls.ts';

/** What the journal says of one local day, and nothing of the days around it. */
export interface DayFacts {
  readonly day: string;
  readonly calls: readonly InboundCall[];
  /** Every segment of the day: inbound, callbacks, transfers. */
  readonly contacts: readonly ContactEntry[];
  /** Callbacks created on the day, and older ones that a call of the day joined. */
  readonly callbacks: readonly CallbackLife[];
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
 * Picks what concerns `day` out of `entries`, which must hold the day itself, the days since the previous open day (a callback of then may answer
 * for a call of today), and the questions' history. More entries than needed change nothing: same facts.
 */
export function dayFacts(entries: readonly JournalEntry[], day: string): DayFacts {
  const contacts = canonicalEntries(ofKind(entries, 'contact'));
  const dayOfChain = new Map(contacts.filter(isFirst).map((contact) => [contact.initialContactId, contact.day]));
  const ofDay = contacts.filter((contact) => (dayOfChain.get(contact.initialContactId) ?? contact.day) === day);
  const calls = inboundCalls(ofDay);
  const segments = new Set(calls.flatMap(({ contactIds }) => contactIds));

  const callbackEntries = canonicalEntries(ofKind(entries, 'callback'));
  const callbacks = callbackLives(callbackEntries).filter(
    (life) => life.day === day || [...life.sources].some((source) => segments.has(source)),
  );
  const callbackIds = new Set(callbacks.map(({ id }) => id));

  const wrapUps = ofKind(entries, 'wrap-up').filter((entry) => entry.day === day);
  const statuses = ofKind(entries, 'agent-status').filter((entry) => entry.day === day);
  const questions = ofKind(entries, 'question').filter((entry) => entry.day <= day);
  return {
    day,
    calls,
    contacts: ofDay,
    callbacks,
    wrapUps: canonicalEntries(wrapUps),
    statuses: canonicalEntries(statuses),
    questions: canonicalEntries(questions),
    orphans: orphanChains(ofDay).length,
    entries: canonicalEntries<JournalEntry>([
      ...ofDay,
      ...callbackEntries.filter(({ callbackId }) => callbackIds.has(callbackId)),
      ...wrapUps,
      ...statuses,
      ...questions,
    ]),
  };
}

function isFirst(contact: ContactEntry): boolean {
  return contact.contactId === contact.initialContactId;
}

function ofKind<K extends JournalEntry['kind']>(
  entries: readonly JournalEntry[],
  kind: K,
): readonly Extract<JournalEntry, { kind: K }>[] {
  return entries.filter((entry): entry is Extract<JournalEntry, { kind: K }> => entry.kind === kind);
}
