import type { ConsentFact, ConsentHolder } from './consent.ts';

/** Port: what people said about being written to. */
export interface ConsentLedger {
  /** Adds a fact; a repeat is a success and adds nothing. */
  append(programme: string, holder: ConsentHolder, fact: ConsentFact): Promise<void>;
  /** Every fact about them, in any order. Strongly consistent: it is read at the last moment before something is sent. */
  facts(programme: string, holder: ConsentHolder): Promise<readonly ConsentFact[]>;
}

/** Port: many facts at once, of a file. */
export interface ConsentBatch {
  /** A repeat is a success and adds nothing. */
  appendAll(
    programme: string,
    facts: readonly { readonly holder: ConsentHolder; readonly fact: ConsentFact }[],
  ): Promise<void>;
}
