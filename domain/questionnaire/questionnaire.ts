import type { Condition } from './condition.ts';

/**
 * A questionnaire as its owner writes it (REFLEX-12 to REFLEX-16, COMMON-39): the one definition that the agent's screen, the web page and the
 * keypad module are made from. French texts; codes are what is kept. Its version is the hash of its content: a change is another version.
 */
export interface Questionnaire {
  readonly id: string;
  readonly title: string;
  readonly opening: Opening;
  readonly advice: Advice;
  readonly emergency: Emergency;
  /** In the order they are asked. */
  readonly questions: readonly Question[];
  readonly hardRules: readonly HardRule[];
  /** From the least to the most serious, their thresholds touching. */
  readonly levels: readonly Level[];
  readonly referrals: readonly ReferralRule[];
  /** Label of the free comment beside the questions: kept with the record, never scored, never in the journal. */
  readonly comment: string;
}

/** Who is there. `text` is said by the agent (`{agent}`, `{person}`), `selfService` read on the page or heard on the keypad. */
export interface Opening {
  readonly text: string;
  readonly selfService: string;
  readonly answers: Readonly<Record<Respondent, string>>;
}

export const respondents = ['person', 'relative', 'wrong-number'] as const;
export type Respondent = (typeof respondents)[number];

/** What must have been said, and is ticked as said, before the first question (REFLEX-12). */
export interface Advice {
  readonly text: string;
  readonly items: readonly string[];
  /** Label of the tick for the agent, and for who reads or hears it alone. */
  readonly said: string;
  readonly read: string;
}

/** The red button, and the stop of a vital hard rule (REFLEX-20). */
export interface Emergency {
  readonly alert: string;
  /** Code of the level that it gives. */
  readonly level: string;
  readonly cell: string;
  readonly reason: string;
  /** What the agent does; what someone alone reads or hears. */
  readonly text: string;
  readonly selfService: string;
}

export interface Question {
  readonly id: string;
  /** `text`, which asks for words, is refused by the validator: everything here is scored (REFLEX-13). */
  readonly kind: 'closed' | 'text';
  /** Said to the person; of an observation, what the agent looks for. */
  readonly text: string;
  /** The same of somebody else, for a relative who answers. */
  readonly thirdPerson: string;
  /** The agent's own observation: `selfService` is then how the person is asked without an agent. */
  readonly observed?: boolean;
  readonly selfService?: string;
  /** Multiplies the points of its answers. Absent = 1. */
  readonly weight?: number;
  /** Not asked when one of these holds. */
  readonly skipWhenAny?: readonly Condition[];
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly code: string;
  readonly label: string;
  /** Whole, 0 or more: the more, the worse. */
  readonly points: number;
  /** Key of the telephone, `1` to `8`. Absent = its rank. */
  readonly key?: string;
  /** Id of a later question, or `end`. Absent = the next question. */
  readonly next?: string;
  /** What the person asks for by it: their data to be corrected, or another call tomorrow. */
  readonly asks?: 'correction' | 'callback';
}

/** Answers that decide the level whatever the sum. */
export interface HardRule {
  readonly alert: string;
  readonly label: string;
  readonly whenAll: readonly Condition[];
  readonly level: string;
  /** Ends the questionnaire at once with the emergency text. */
  readonly stop: boolean;
}

export interface Level {
  readonly code: string;
  readonly label: string;
  /** Scores from `from` to `to`, both included; the last level has no `to`. */
  readonly from: number;
  readonly to?: number;
  /** What follows: as the agent reads it, and as someone alone reads or hears it. */
  readonly conduct: string;
  readonly selfService: string;
  /** What a person of this level gets: the advice they heard, another call within 24 hours, or a cell that takes charge. */
  readonly route: 'advice' | 'callback' | 'referral';
}

/** Who is told and why. Without `whenAny`, at its levels whatever the answers; without `levels`, at every level. */
export interface ReferralRule {
  readonly cell: string;
  readonly reason: string;
  readonly whenAny?: readonly Condition[];
  readonly levels?: readonly string[];
  /** Only when no other rule gave a cell. */
  readonly otherwise?: boolean;
}
