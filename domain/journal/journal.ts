import type { JournalEntry, QuestionEntry } from './entry.ts';

/** Port: where entries are kept. Writing the same entry twice is a success and changes nothing. */
export interface Journal {
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** Entries of one local day in canonical order (time, then id), of all kinds or of `kind` only. An unknown day has none. */
  read(programme: string, day: string, kind?: JournalEntry['kind']): Promise<readonly JournalEntry[]>;
}

/**
 * Port: questions stay open across days, so a report needs their whole history and not only its day's (SAMPS-23). Same store as the journal.
 */
export interface QuestionHistory {
  /** Question entries filed up to this local day, included, in canonical order. */
  questionsThrough(programme: string, day: string): Promise<readonly QuestionEntry[]>;
}
