import type { AttemptWindow } from './attempt-policy.ts';
import type { Disposition } from './dispositions.ts';

/** All that decides a person's next attempt. Instants are ISO UTC. */
export interface PersonFacts {
  readonly window: AttemptWindow;
  /** Keys of the numbers, best first. */
  readonly numbers: readonly string[];
  /** `other`: never in a voice attempt (REFLEX-08). */
  readonly channel: 'voice' | 'other';
  /** Zones the callee may be in; absent = the programme's. */
  readonly zones?: readonly string[];
  /** Not before this instant, such as 24 h after the person was reached in the cycle before. */
  readonly notBefore?: string;
  /** Hospitalised or away until then. */
  readonly absentUntil?: string;
  /** Numbers that may not be dialled from here (design decision 18). */
  readonly manualNumbers?: readonly string[];
  /** The cycle before ended with a promised call still to be made: the first attempt is at the latest then. */
  readonly promisedBy?: string;
  /** Left the register. */
  readonly removed?: boolean;
  /** The cycle was stopped: nothing more is dialled. */
  readonly stopped?: boolean;
  /** Known to have died: all cycles. */
  readonly deceased?: boolean;
  /** In the order they were made. */
  readonly attempts: readonly PastAttempt[];
}

export interface PastAttempt {
  /** 1, 2, 3… within the cycle; 0 = the person rang us. */
  readonly n: number;
  readonly startedAt: string;
  /** Absent while its end is not known. */
  readonly endedAt?: string;
  readonly numberKey: string;
  readonly disposition?: Disposition;
  /** With `call-later`: when they asked to be called. */
  readonly askedFor?: string;
  /** With `hospitalised` and `away`: until when, as far as known. */
  readonly absentUntil?: string;
  /** The whole questionnaire was passed, with `helper-answered` about the person. */
  readonly complete?: boolean;
  /** When another call was promised to them. */
  readonly promisedAt?: string;
}

/** How a person's cycle ended. */
export type ClosedState =
  | 'useful'
  | 'refused'
  | 'unreachable'
  | 'no-number'
  | 'hospitalised'
  | 'away'
  | 'moved'
  | 'deceased'
  | 'adapted-agent'
  | 'asked-later'
  | 'other-channel'
  | 'removed'
  | 'deadline'
  | 'stopped';

export type NextAttempt =
  | {
      readonly type: 'dial';
      /** Number of the attempt in the cycle, those that do not count included. */
      readonly n: number;
      /** Not before. */
      readonly dialAt: string;
      readonly numberKey: string;
      /** At the latest, so that those after it can still be made. */
      readonly promise: string;
      /** Whether all that the policy owes can still be given. */
      readonly feasible: boolean;
    }
  /** An attempt whose end is not known. */
  | { readonly type: 'pending'; readonly n: number }
  /** To be done by people, by other means, until then. */
  | { readonly type: 'manual'; readonly reason: 'unconfirmed-prefix' | 'adapted-agent'; readonly until: string }
  | { readonly type: 'closed'; readonly state: ClosedState };
