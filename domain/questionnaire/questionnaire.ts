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
  /** Words that differ by what is known of the person: `{<name>}` in any text. */
  readonly terms?: readonly Term[];
  /** What is to be known at the end by those whose answers these are, after the text of their level, in this order. */
  readonly instructions?: readonly Instruction[];
  /** Label of the free comment beside the questions: kept with the record, never scored, never in the journal. */
  readonly comment: string;
}

/** Who is there. `text` is said by the agent (`{agent}`, `{person}`), `selfService` read on the page or heard on the keypad. */
export interface Opening {
  readonly text: string;
  readonly selfService: string;
  readonly answers: Readonly<Record<Respondent, string>>;
  /** In place of these for whom a fact of their file names, such as children, whose parent answers. */
  readonly variants?: readonly OpeningVariant[];
}

export interface OpeningVariant {
  readonly when: Condition;
  readonly text: string;
  readonly selfService: string;
  readonly answers: Readonly<Record<Respondent, string>>;
}

export const respondents = ['person', 'relative', 'wrong-number'] as const;
export type Respondent = (typeof respondents)[number];

/** What must have been said, and is ticked as said, before the first question (REFLEX-12), or before a later one that nobody jumps over (ARS-17). */
export interface Advice {
  /** Id of the question. Absent = the first. */
  readonly before?: string;
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
  /** Name of what the person's file may say: then the question is answered by it, and asked only of whom it says nothing. */
  readonly fact?: string;
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
  /** What follows for the person beside the score. */
  readonly effect?: AnswerEffect;
}

/**
 * `refused`: no follow-up, the answer is the motive (ARS-22). `vulnerable`: cannot keep to the measures, the answer is why (ARS-08). `not-tested`: owes
 * another contact (ARS-32). `symptomatic`: flagged at the end of isolation (ARS-20).
 */
export const answerEffects = ['refused', 'vulnerable', 'not-tested', 'symptomatic'] as const;
export type AnswerEffect = (typeof answerEffects)[number];

/** `{<name>}` in a text becomes the words of the answer to a question, or `otherwise` when it has none. */
export interface Term {
  readonly name: string;
  readonly question: string;
  /** By answer code. */
  readonly words: Readonly<Record<string, string>>;
  readonly otherwise: string;
}

/** As the agent says it, and as someone alone reads it. */
export interface Instruction {
  readonly whenAll: readonly Condition[];
  readonly conduct: string;
  readonly selfService: string;
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
  /** Code of a cell; `{<question>}` in it is the answer to that question, so that each territory has its own (ARS-21). */
  readonly cell: string;
  readonly reason: string;
  readonly whenAny?: readonly Condition[];
  readonly levels?: readonly string[];
  /** Only when no other rule gave a cell. */
  readonly otherwise?: boolean;
}
