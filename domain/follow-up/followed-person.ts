import type { ClosedState } from '../attempt/attempt-facts.ts';
import type { StatusCode } from './protocol.ts';

/**
 * A person who is followed (ARS-04): who they are for the protocol, and what is known of each moment. Facts only grow and are merged by rank, so that any
 * order and any repeat give the same person (design decision 5). Instants are ISO UTC, days local. One item, rewritten over the version that was read.
 */
export interface FollowedPerson {
  readonly recipientId: string;
  readonly status: StatusCode;
  /** First digits of the postcode, e.g. `13`; empty when it is of no territory. */
  readonly departement: string;
  /** Day from which moments are counted: the call of the CPAM when known, else the start of isolation. */
  readonly anchor: string;
  readonly anchorKind: 'cpam' | 'isolation';
  /** A parent or guardian answers. */
  readonly minor: boolean;
  readonly includedAt: string;
  /** Ids under which they were followed before, the last first; their history is there (ARS-04). */
  readonly earlier?: readonly string[];
  /** Keys of the numbers, best first. */
  readonly numbers: readonly string[];
  /** Smallest = called first among those of one moment. */
  readonly riskRank: number;
  readonly vulnerable?: Vulnerable;
  readonly notTested?: Told;
  readonly refused?: Told & { readonly motive: string };
  readonly abandoned?: Told & { readonly motive: string };
  /** By code of moment. */
  readonly moments: Readonly<Record<string, MomentFacts>>;
  readonly endedAt?: string;
  /** They refused, or are followed no more: no message of any kind leaves since. */
  readonly silencedAt?: string;
  /** When something is to be done for them; absent = when something is heard of them. */
  readonly due?: string;
  /** Grows by one at each write. */
  readonly version: number;
}

/** A fact, and the moment at which it was told; none when it came with the list. */
export interface Told {
  readonly at: string;
  readonly moment?: string;
}

export interface Vulnerable extends Told {
  readonly reason: string;
  readonly by: VulnerableBy;
}

export type VulnerableBy = 'list' | 'web' | 'call';
export type AnswerChannel = 'web' | 'call';

export interface MomentFacts {
  /** Its SMS was planned, and its link opened. */
  readonly openedAt?: string;
  readonly remindedAt?: string;
  /** What became of the SMS: left, or impossible. */
  readonly message?: { readonly state: MessageEnd; readonly at: string };
  /** The questionnaire is complete. */
  readonly answered?: { readonly channel: AnswerChannel; readonly at: string };
  /** The person wants a call, or could not prove who they are. */
  readonly wanted?: { readonly reason: 'asked' | 'locked'; readonly at: string };
  /** Handed to its campaign, from this instant on and until then. */
  readonly call?: { readonly reason: CallReason; readonly at: string; readonly until: string };
  /** Day whose evening tells whether the person was called; absent = that of the call. */
  readonly watchedDay?: string;
  /** Day to which a call that was not made was put off. */
  readonly postponed?: { readonly to: string; readonly at: string };
  readonly callEnd?: { readonly state: ClosedState; readonly at: string; readonly attempted: boolean };
  readonly closed?: { readonly as: ClosedAs; readonly at: string };
}

/** From what lets us hope for an answer to what does not: the greatest is kept. */
export const messageEnds = ['sent', 'failed', 'landline'] as const;
export type MessageEnd = (typeof messageEnds)[number];

export type CallReason = 'no-answer' | 'sms-failed' | 'landline' | 'vulnerable' | 'asked' | 'locked' | 'third-contact';

/** `superseded`: the next moment came first. `not-called`: nobody was there to call (ARS-24). `over`: the follow-up itself ended. */
export type ClosedAs = 'web' | 'call' | 'unreachable' | 'not-called' | 'superseded' | 'over';
