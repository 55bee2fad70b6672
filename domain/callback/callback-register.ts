import type { NextStep } from './next-step.ts';
import type { NumberFacts } from './number-facts.ts';

/** What the register holds of one number. */
export interface NumberItem {
  readonly facts: NumberFacts;
  /** Grows by one at each write; 0 = nothing kept yet. */
  readonly version: number;
  readonly next?: NextStep;
}

/** A line of the due index; may be stale: the item itself decides. */
export interface DueNumber {
  readonly numberKey: string;
  readonly next: NextStep;
}

/** Port: the callback register, one item per number. */
export interface CallbackRegister {
  /** Strongly consistent. */
  read(programme: string, numberKey: string): Promise<NumberItem>;
  /** Writes only over the version that was read; false when another writer came first. */
  write(programme: string, numberKey: string, item: NumberItem): Promise<boolean>;
  /** Numbers whose next step is due up to this instant, ascending by due instant. Eventually consistent. */
  dueUntil(programme: string, until: string): Promise<readonly DueNumber[]>;
}

/** Port: one live call per number in the whole deployment (design decision 4). */
export interface NumberLock {
  /** True when `owner` holds the number until `until`: it was free, its lease had run out by `now`, or `owner` already held it. */
  acquire(numberKey: string, owner: string, until: string, now: string): Promise<boolean>;
  /** Frees the number if `owner` holds it; else does nothing. */
  release(numberKey: string, owner: string): Promise<void>;
}
