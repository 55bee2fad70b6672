import type { JournalEntry } from './entry.ts';

/** SHA-256 in lowercase hexadecimal of a text in UTF-8. Injected: the domain imports no cryptography. */
export type Sha256 = (text: string) => string;

/** Entries without repeats, by day, time and id. A repeat of an entry is the same entry. */
export function canonicalEntries<E extends JournalEntry>(entries: readonly E[]): readonly E[] {
  const byKey = new Map<string, E>();
  for (const entry of entries) {
    byKey.set(`${entry.programme} ${entry.day} ${entry.time} ${entry.id}`, entry);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** Fingerprint of a set of entries: the same facts in any order, repeated or not, have the same one (COMMON-30, COMMON-53). */
export function journalHash(entries: readonly JournalEntry[], sha256: Sha256): string {
  return sha256(canonicalLines(entries));
}

/** The entries in canonical order, each as one line of JSON with sorted keys: what the fingerprint is of, and how a journal is handed over. */
export function canonicalLines(entries: readonly JournalEntry[]): string {
  return canonicalEntries(entries).map(canonicalJson).join('\n');
}

/** JSON with sorted keys; absent and undefined members are the same. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
