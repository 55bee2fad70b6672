/** What a column of a list may hold: data of whoever imports that kind of list (COMMON-47). */
export interface FieldDefinition<F extends string = string> {
  readonly code: F;
  /** French name shown to people. */
  readonly label: string;
  /** Words by which columns of this kind are headed, French or English; accents, case and small words do not count. */
  readonly headings: readonly string[];
  /** Several columns may hold it: telephones, lines of an address. */
  readonly several?: boolean;
}

/** What each column of the file holds, by position; undefined: not used. */
export type Mapping<F extends string = string> = readonly (F | undefined)[];
