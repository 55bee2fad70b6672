import type { Step } from './walk.ts';

/** Why a questionnaire is refused, as its author reads it. */
export interface Fault {
  readonly reason: FaultReason;
  /** Where in the definition, e.g. `questions[3].answers[1].next`. */
  readonly place: string;
  /** Place, value and what is accepted, in French. */
  readonly text: string;
  /** Counter-example: answers that show the fault when they are given one by one on the screens. */
  readonly path?: readonly Step[];
  /** The same people with one worse answer, who get a lower level. */
  readonly worse?: readonly Step[];
}

export type FaultReason =
  /** Missing, unknown or ill-formed. */
  | 'form'
  /** A code, key or id that stands for two things. */
  | 'twice'
  /** Names a question, answer or level that does not exist. */
  | 'unknown'
  /** A condition about a question that is asked later. */
  | 'too-early'
  | 'free-text'
  | 'dead-end'
  | 'cycle'
  | 'unreachable'
  /** A score of no level, or of two. */
  | 'gap'
  | 'overlap'
  /** Levels that are not from the least to the most serious. */
  | 'order'
  | 'no-route'
  /** A level that no answers give. */
  | 'unused-level'
  /** A hard rule that never holds. */
  | 'unused-rule'
  | 'lowers'
  /** Another version was published meanwhile. */
  | 'superseded'
  /** Too many combinations to prove anything within a second or so. */
  | 'too-large';
