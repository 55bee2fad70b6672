import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, localDay } from '../calendar/local-time.ts';
import type { AttemptEntry } from '../campaign/campaign-entry.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { canonicalEntries } from '../journal/journal-hash.ts';
import { ofKind } from '../journal/of-kind.ts';
import { endOfDay } from './day-figures.ts';
import type { OrderFacts } from './order-progress.ts';

/** No order lasts longer: its policy's hours are sixty days at most (`checkAttemptPolicy`). */
export const longestOrderDays = 62;

/** What orders file of people and attempts: all that a report needs of the days before those it is about. */
export function ofOrders(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return entries.filter(({ kind }) => kind === 'recipient' || kind === 'attempt');
}

/** What the journal says, up to the end of `day`, of the orders that were in hand on it. */
export function orderFacts(entries: readonly JournalEntry[], day: string, calendar: ProgrammeCalendar): OrderFacts {
  const end = endOfDay(calendar, day);
  const orders = canonicalEntries(
    ofKind(entries, 'cycle').filter((entry) => entry.day === day && entry.change.type === 'running'),
  );
  const campaigns = new Set(orders.map(({ campaign }) => campaign));
  const people = ofKind(entries, 'recipient').filter(({ campaign, time }) => campaigns.has(campaign) && time < end);
  const attempts = ofKind(entries, 'attempt').filter(({ campaign, time }) => campaigns.has(campaign) && time < end);
  return { orders, people: canonicalEntries(people), attempts: latestAttempts(canonicalEntries(attempts)) };
}

/** Attempts at people of orders that were made on a day, as last told: of those of crises, the reports of their cycles tell. */
export function orderAttempts(entries: readonly JournalEntry[], day: string): readonly AttemptEntry[] {
  const ofDay = ofKind(entries, 'attempt').filter((entry) => entry.day === day && entry.scheme !== undefined);
  return latestAttempts(canonicalEntries(ofDay)).filter(({ n, contactId }) => n > 0 && contactId !== undefined);
}

/** Days before `first` on which the orders in hand on `day` were already: their people were loaded then. */
export function orderDays(
  entries: readonly JournalEntry[],
  day: string,
  first: string,
  { timeZone }: ProgrammeCalendar,
): readonly string[] {
  const starts = ofKind(entries, 'cycle').flatMap((entry) =>
    entry.day === day && entry.change.type === 'running' ? [localDay(timeZone, entry.change.since)] : [],
  );
  const days: string[] = [];
  for (let before = starts.sort()[0] ?? first; before < first; before = addDays(before, 1)) {
    days.push(before);
  }
  return days;
}

function latestAttempts(entries: readonly AttemptEntry[]): readonly AttemptEntry[] {
  const latest = new Map<string, AttemptEntry>();
  for (const entry of entries) {
    const known = latest.get(entry.attemptId);
    if (known === undefined || known.revision < entry.revision) {
      latest.set(entry.attemptId, entry);
    }
  }
  return [...latest.values()];
}
