/** Questions that agents parked for the client, as pages show them (SAMPS-23). Instants: ISO UTC. Imports nothing. */
export interface QuestionsAnswer {
  /** Local day, YYYY-MM-DD. */
  readonly today: string;
  /** Oldest first. */
  readonly questions: readonly ShownQuestion[];
}

export interface ShownQuestion {
  readonly questionId: string;
  /** French. */
  readonly scheme: string;
  readonly text: string;
  readonly openedAt: string;
  /** User name. */
  readonly openedBy: string;
  /** Local day by which the answer is wished, YYYY-MM-DD. */
  readonly dueOn?: string;
  /** Whoever asked is called back with the answer. */
  readonly callsBack: boolean;
  readonly answer?: { readonly at: string; readonly by: string; readonly text: string };
}
