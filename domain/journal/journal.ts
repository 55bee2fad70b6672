import type { JournalEntry } from './entry.ts';

/** Port: where entries are kept. Writing the same entry twice is a success and changes nothing. */
export interface Journal {
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** Entries of one local day in canonical order (time, then id). An unknown day has none. */
  read(programme: string, day: string): Promise<readonly JournalEntry[]>;
}
