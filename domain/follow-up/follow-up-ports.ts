import type { ClosedState } from '../attempt/attempt-facts.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { FollowedPerson, MessageEnd } from './followed-person.ts';

/** What following people takes. */
export interface FollowUpPorts {
  readonly followed: FollowedPeople;
  readonly texts: FollowUpTexts;
  readonly calls: FollowUpCalls;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
}

/** Port: people who are followed. */
export interface FollowedPeople {
  /** Those of these ids who are followed, in any order; strongly consistent. */
  read(programme: string, recipientIds: readonly string[]): Promise<readonly FollowedPerson[]>;
  /** Adds people, each unless they are there: including again changes nothing. Answers who was there already. */
  add(programme: string, people: readonly FollowedPerson[]): Promise<readonly string[]>;
  /** Writes only over the version that was read; false when another writer came first. */
  write(programme: string, person: FollowedPerson): Promise<boolean>;
  /** Who is due up to an instant, the longest due first. Eventually consistent: the item decides. */
  due(programme: string, until: string, limit: number): Promise<readonly string[]>;
}

/** An SMS that carries the link of a moment. */
export interface MomentText {
  readonly id: string;
  readonly recipientId: string;
  readonly moment: string;
  readonly template: string;
  readonly purpose: 'survey' | 'reminder';
  readonly at: string;
  readonly notAfter: string;
  readonly linkUntil: string;
}

/** Port: SMS and their links. Everything is idempotent by id. */
export interface FollowUpTexts {
  /** Opens the link of each and plans its SMS. */
  plan(programme: string, texts: readonly MomentText[]): Promise<void>;
  /** Those that have not left do not leave. */
  withdraw(programme: string, texts: readonly MomentText[], at: string): Promise<void>;
  /** No SMS of any kind leaves for these people any more (ARS-22). */
  silence(programme: string, recipientIds: readonly string[], at: string): Promise<void>;
  /** What became of each; one that is not known is `unsent`. */
  states(programme: string, ids: readonly string[]): Promise<ReadonlyMap<string, MessageEnd | 'unsent'>>;
}

/** A person handed to the callers. Instants are ISO UTC. */
export interface MomentCall {
  readonly moment: string;
  readonly recipientId: string;
  readonly numbers: readonly string[];
  readonly riskRank: number;
  readonly from: string;
  readonly until: string;
}

/** What came of a call so far. */
export interface CallProgress {
  readonly attempted: boolean;
  /** How it ended; absent while it has not. */
  readonly closed?: { readonly state: ClosedState; readonly at: string };
}

/** Port: the campaigns that call people. Everything is idempotent. */
export interface FollowUpCalls {
  hand(programme: string, calls: readonly MomentCall[], at: string): Promise<void>;
  /** Nobody dials them any more for this moment; a call that rings goes on. Holds even when they are handed over later. */
  withdraw(programme: string, people: readonly Omit<MomentCall, 'from' | 'until'>[], at: string): Promise<void>;
  progress(
    programme: string,
    moment: string,
    recipientIds: readonly string[],
    at: string,
  ): Promise<ReadonlyMap<string, CallProgress>>;
}
