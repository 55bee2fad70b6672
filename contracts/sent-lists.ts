/** A list of people that was sent and validated: answered by `sentLists`, the last first. Imports nothing. */
export interface SentList {
  readonly importId: string;
  /** ISO instant, and user name. */
  readonly startedAt: string;
  readonly startedBy: string;
  readonly people: number;
}
