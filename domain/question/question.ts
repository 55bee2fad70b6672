import type { Scheme } from '../journal/entry.ts';

/** A question an agent parks for the client (SAMPS-23). Changes are facts with their first moment: any may be told again. */
export interface Question {
  readonly questionId: string;
  readonly scheme: Scheme;
  /** Without any name or number. */
  readonly text: string;
  /** The contact it came from, if any. */
  readonly contactId?: string;
  /** Pseudonym of the number to call with the answer; absent when they do not wish it, or hide their number. */
  readonly numberKey?: string;
  /** Local day by which the answer is wished, YYYY-MM-DD. */
  readonly dueOn?: string;
  readonly opened: Change;
  readonly answered?: Change & { readonly text: string };
  readonly closed?: Change;
}

export interface Change {
  /** ISO instant at which it was first told. */
  readonly at: string;
  /** User name of who told it. */
  readonly by: string;
}

/** Port: questions of a programme. */
export interface Questions {
  /** Keeps a question unless one of this id is there already; answers the one that is kept. */
  open(programme: string, question: Question): Promise<Question>;
  /** Adds a change unless it is there already; answers the question that is kept. Undefined when there is no such question. */
  change(
    programme: string,
    questionId: string,
    change: Pick<Question, 'answered'> | Pick<Question, 'closed'>,
  ): Promise<Question | undefined>;
  find(programme: string, questionId: string): Promise<Question | undefined>;
  list(programme: string): Promise<readonly Question[]>;
}
