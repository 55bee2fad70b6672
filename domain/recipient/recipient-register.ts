import type { Register } from './register.ts';
import type { RegisterEntry } from './register-entry.ts';

/** Someone left the register: on request, dead, or gone from the client's territory. */
export interface Departure {
  readonly recipientId: string;
  readonly why: 'asked' | 'deceased' | 'moved' | 'import-undone';
  /** ISO instant. */
  readonly at: string;
  /** User name of whoever wrote it down. */
  readonly by: string;
  /** Call in which it was said, if in one. */
  readonly attemptId?: string;
}

/** Port: the register as imports and removals write it. A departure is a fact beside the entry: no import under way can write over it. */
export interface RecipientRegister extends Register {
  /** Everybody ever registered and not forgotten, those who left included. */
  entries(programme: string): Promise<readonly RegisterEntry[]>;
  find(programme: string, recipientId: string): Promise<RegisterEntry | undefined>;
  /** Writes each, whole; a repeat is a success. */
  write(programme: string, entries: readonly RegisterEntry[]): Promise<void>;
  departures(programme: string): Promise<readonly Departure[]>;
  /** In force at once (REFLEX-25). The first departure of a person is kept. */
  leave(programme: string, departure: Departure): Promise<void>;
  /** Takes back a departure that was said in this call; others stand. */
  stay(programme: string, recipientId: string, attemptId: string): Promise<void>;
  /** Forgets entries for good. */
  erase(programme: string, recipientIds: readonly string[]): Promise<void>;
}
