/** How questionnaires are corrected from a page (REFLEX-15). Imports nothing. */

/** `GET /api/{programme}/questionnaires`. */
export interface QuestionnairesAnswer {
  readonly questionnaires: readonly KnownQuestionnaire[];
  /** Local day, YYYY-MM-DD. */
  readonly today: string;
}

export interface KnownQuestionnaire {
  /** Hash of the definition. */
  readonly version: string;
  /** A `Questionnaire` of domain/questionnaire, which the page changes without knowing all of it. */
  readonly definition: unknown;
}

/** `POST /api/{programme}/questionnaires`. */
export interface DraftRequest {
  readonly questionnaire: unknown;
  /** Version that the draft was made from: when another one is in force since, nothing is published. */
  readonly basedOn?: string;
  /** Local days whose answers it is run on, both included. */
  readonly past?: { readonly from: string; readonly to: string };
  readonly publish: boolean;
}

export type DraftReview =
  | { readonly accepted: false; readonly faults: readonly DraftFault[] }
  | {
      readonly accepted: true;
      readonly version: string;
      readonly published: boolean;
      readonly dryRun?: DraftDryRun;
    };

export interface DraftFault {
  /** Where in the definition, e.g. `questions[3].answers[1].next`. */
  readonly place: string;
  /** French. */
  readonly text: string;
  /** Answers that show the fault. */
  readonly path?: readonly DraftStep[];
  /** The same people with one worse answer, who get a lower level. */
  readonly worse?: readonly DraftStep[];
}

interface DraftStep {
  readonly question: string;
  readonly answer: string;
}

/** What a new version would have made of past answers (REFLEX-15). */
export interface DraftDryRun {
  readonly people: number;
  /** Those whose level would have been another, or whose answers no longer lead to one. */
  readonly changed: number;
  /** Those whom the new version would ask something more. */
  readonly incomplete: number;
  /** Most people first; unchanged ones included. */
  readonly moves: readonly DraftMove[];
}

/** Level then and level now, by code; `incomplete` when more would be asked. */
export interface DraftMove {
  readonly from: string;
  readonly to: string;
  readonly people: number;
}
