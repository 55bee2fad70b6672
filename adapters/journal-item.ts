import { tables } from '../contracts/tables.ts';
import type { JournalEntry } from '../domain/journal/entry.ts';

const kinds: Readonly<Record<JournalEntry['kind'], true>> = {
  contact: true,
  callback: true,
  'wrap-up': true,
  question: true,
  questionnaire: true,
  'agent-status': true,
  cycle: true,
  attempt: true,
  recipient: true,
  referral: true,
  correction: true,
  register: true,
  'follow-up': true,
  message: true,
  consent: true,
  alert: true,
  member: true,
  retention: true,
  structure: true,
  card: true,
  appointment: true,
  lookup: true,
  watch: true,
};

/**
 * An entry back from its item. Only `append` writes here, typed by the same contract: what is checked is that the item is an entry at all, so that
 * a foreign or truncated item is named instead of counted.
 */
export function parseJournalItem(item: Readonly<Record<string, unknown>>): JournalEntry {
  const { [tables.journal.partitionKey]: partition, [tables.journal.sortKey]: sort, localDay: day, ...fields } = item;
  const whole = ['programme', 'time', 'id'].every((name) => typeof fields[name] === 'string');
  if (!whole || typeof day !== 'string' || !isKind(fields['kind'])) {
    throw new Error(
      `Journal item "${String(partition)}" "${String(sort)}" is not an entry; accepted: programme, localDay, time, id and a kind of ${Object.keys(kinds).join(', ')}`,
    );
  }
  return { ...fields, day } as JournalEntry;
}

function isKind(value: unknown): value is JournalEntry['kind'] {
  return typeof value === 'string' && value in kinds;
}
