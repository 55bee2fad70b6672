import type { PlannedMessage } from './message-order.ts';

/**
 * A message of which something was decided: facts that only grow (design decision 5), in one item rewritten over the version that was read. One that is
 * only planned has no item: it is a line of a page.
 */
export interface Message extends PlannedMessage {
  readonly templateVersion: number;
  /** By `n`, ascending. */
  readonly attempts: readonly MessageAttempt[];
  /** Nothing more will be sent of it. */
  readonly dropped?: { readonly at: string; readonly reason: DropReason };
  /** Grows by one at each write. */
  readonly version: number;
}

export type DropReason =
  | 'stopped'
  | 'no-consent'
  /** No number that takes messages. */
  | 'landline'
  | 'no-number'
  /** Every mobile number was refused before. */
  | 'bad-number'
  /** No sender for the country of the number. */
  | 'no-sender'
  /** It could not leave before `notAfter`. */
  | 'expired'
  | 'withdrawn'
  /** Nobody is known by this id any more. */
  | 'unknown-person';

/** One SendTextMessage, claimed before it was made. */
export interface MessageAttempt {
  readonly n: number;
  /** When it was claimed: the instant it left, if it left. */
  readonly at: string;
  readonly numberKey: string;
  readonly parts: number;
  /** The provider took it: known once no receipt came in time. */
  readonly accepted?: true;
  /** The provider took it or not: nobody knows (design decision 17). */
  readonly lost?: true;
  /** The provider did not take it, and never will. */
  readonly refusal?: { readonly at: string; readonly cause: string };
  readonly receipt?: Receipt;
}

/** What the network says of a message, at last. */
export type Receipt = {
  /** When it happened, ISO instant. */
  readonly at: string;
  /** Id at the provider. */
  readonly providerId: string;
  readonly parts?: number;
  /** US dollars, all parts. */
  readonly price?: number;
} & (
  | { readonly result: 'delivered' }
  /** `permanent`: it would fail again. `badNumber`: nothing can be sent to this number. */
  | { readonly result: 'failed'; readonly cause: string; readonly permanent: boolean; readonly badNumber: boolean }
);
