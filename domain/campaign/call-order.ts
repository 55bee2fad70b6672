/** What the client orders of a campaign (SAMPS-32): which people, until when, on whose word. */
export interface CallOrder {
  /** French, as the sheet « Démarchage » names it. */
  readonly name: string;
  /** Imports whose people are called; a person who is on several is called once, about everything (SAMPS-30). */
  readonly lists: readonly string[];
  /** Local day, included. */
  readonly deadline: string;
  /** Who set it, as reports show it, e.g. « Hélène Wamytan, cheffe du SAMPS ». */
  readonly setBy: string;
  /** As forecast when it was placed. */
  readonly people: number;
  /** Local day; absent when no end was in sight. */
  readonly projectedEnd?: string;
  /** « Retard prévu » when it was placed. */
  readonly late: boolean;
}
