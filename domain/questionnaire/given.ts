import type { Respondent } from './questionnaire.ts';

/**
 * What was told so far. Answers that the branches no longer lead to stay here and count for nothing, so that changing one's mind twice loses
 * nothing.
 */
export interface Given {
  /** Who answers this contact; asked again at each. */
  readonly respondent?: Respondent;
  readonly adviceSaid?: boolean;
  /** The red button: pressed in this contact, or in an earlier one. */
  readonly emergency?: 'now' | 'before';
  /** Answer code by question id. */
  readonly answers: Readonly<Record<string, string>>;
  /** Ids of the questions that the person's file answers: nobody is asked, nor comes back to them. */
  readonly known?: readonly string[];
}

export const nothingGiven: Given = { answers: {} };
