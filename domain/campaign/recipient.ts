import type { AttemptWindow } from '../attempt/attempt-policy.ts';
import type { Disposition } from '../attempt/dispositions.ts';

/** A person in a cycle: what was loaded, and what came of their attempts. Instants are ISO UTC. One item, rewritten over the version read. */
export interface Recipient {
  readonly campaign: string;
  readonly cycle: number;
  readonly recipientId: string;
  /** Keys of the numbers, best first. */
  readonly numbers: readonly string[];
  readonly channel: 'voice' | 'other';
  readonly riskRank: number;
  /** Of the file they are called about: its queue takes the call. */
  readonly scheme?: string;
  /** Where people are handed over one by one: their own, in place of the cycle's. */
  readonly window?: AttemptWindow;
  readonly notBefore?: string;
  /** A call promised in the cycle before, and not made in it: at the latest then. */
  readonly promisedBy?: string;
  readonly absentUntil?: string;
  readonly deceased?: boolean;
  /** Left the register: found at a dial. */
  readonly removed?: boolean;
  /** Zones, once met outside the window of its country (COMMON-08). */
  readonly zones?: readonly string[];
  readonly manualNumbers?: readonly string[];
  /** The cycle was stopped before its deadline. */
  readonly stopped?: boolean;
  /** In the hands of an agent who reads before calling. */
  readonly preview?: PreviewHold;
  readonly attempts: readonly CampaignAttempt[];
  /** Where it stands in the due index; absent once closed. */
  readonly due?: DueLine;
  readonly version: number;
}

export interface PreviewHold {
  /** User name, and id in Connect: calls come to their own queue. */
  readonly agent: string;
  readonly agentId: string;
  readonly until: string;
}

export interface CampaignAttempt {
  /** 1, 2, 3…; 0 = the person rang us. */
  readonly n: number;
  readonly startedAt: string;
  readonly numberKey: string;
  /** Until when its end is awaited before it is asked for. Of no use once ended. */
  readonly leaseUntil?: string;
  /** Told by the dial when a lease was settled, or by the record. */
  readonly contactId?: string;
  /** How the call went, from the contact record or DescribeContact. */
  readonly call?: AttemptCall;
  /** What the agent said of it. */
  readonly said?: AttemptSaid;
}

export interface AttemptCall {
  readonly endedAt: string;
  /** What the telephone tells when no agent does. */
  readonly disposition: Disposition;
  /** An agent talked with them: what came of it is theirs to say. */
  readonly talked: boolean;
  /** Who, when the record told. */
  readonly agent?: string;
  readonly answeredByCustomer: boolean;
  readonly complianceAbandon: boolean;
}

export interface AttemptSaid {
  readonly disposition: Disposition;
  readonly at: string;
  readonly agent: string;
  /** The greatest is kept. */
  readonly revision: number;
  readonly askedFor?: string;
  readonly absentUntil?: string;
  /** With `complete`, where a script asks for it: what the person will do. */
  readonly outcome?: string;
  /** With `helper-answered`: the whole questionnaire was passed about the person. */
  readonly complete?: boolean;
  /** Another call was promised (level, or wish of the person). */
  readonly callback?: boolean;
}

/** A place in the due index: earlier ranks first, and in a rank from `at` on. */
export interface DueLine {
  /** Rank of the slot in which the promise of the next attempt falls. */
  readonly rank: number;
  readonly at: string;
}
