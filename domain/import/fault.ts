/** What is wrong with a row of a file, said to the person who sent it (REFLEX-23, COMMON-47). */
export interface Fault {
  /** Row as the spreadsheet numbers it. */
  readonly row: number;
  /** Heading of the column; absent when the whole row is at fault. */
  readonly column?: string;
  /** What the cell holds, as typed. */
  readonly value?: string;
  /** French sentence without a final stop. */
  readonly reason: string;
  /** Accepted forms, in French. */
  readonly accepted: string;
  /** `row-refused`: nobody was imported from this row; `value-left-out`: they were, without this value. */
  readonly effect: 'row-refused' | 'value-left-out';
}
