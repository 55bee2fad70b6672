/** What `GET` and `POST /api/{programme}/attempts/{attemptId}/questionnaire` answer: the next screen as data. */
export interface QuestionnaireView {
  readonly questionnaire: { readonly id: string; readonly version: string; readonly title: string };
  /** To be sent back with what is told next. */
  readonly revision: number;
  readonly state: 'partial' | 'complete';
  readonly screen: QuestionnaireScreen;
  readonly answered: readonly {
    readonly question: string;
    readonly text: string;
    readonly answer: string;
    readonly label: string;
  }[];
  readonly callback: boolean;
  readonly emergency: { readonly text: string };
  readonly comment: { readonly label: string; readonly text?: string };
  /** Cells that were told by this form. */
  readonly referrals?: readonly { readonly cell: string; readonly level: string }[];
}

interface Result {
  readonly level?: string;
  readonly score: number;
}

export type QuestionnaireScreen =
  | { readonly type: 'opening'; readonly text: string; readonly choices: readonly Choice[] }
  | { readonly type: 'advice'; readonly text: string; readonly items: readonly string[]; readonly tick: string }
  | {
      readonly type: 'question';
      readonly question: string;
      readonly text: string;
      readonly observed: boolean;
      readonly choices: readonly Choice[];
      readonly chosen?: string;
      readonly previous?: string;
      readonly number: number;
      readonly of: number;
    }
  | { readonly type: 'wrong-number' }
  | { readonly type: 'emergency'; readonly text: string; readonly result: Result }
  | {
      readonly type: 'end';
      readonly text: string;
      readonly instructions?: readonly string[];
      readonly result: Result;
    };

export interface Choice {
  readonly code: string;
  readonly label: string;
}
