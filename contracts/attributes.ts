/**
 * Contact attributes: what flows set and contact records bring back. Values are strings. No personal data: the caller's
 * identity is a random `personId` (design decision 16). Imports nothing.
 */
export const contactAttributes = {
  programme: 'programme',
  /** Scheme chosen in the menu: `AIDE_MEDICALE`, `MINIMUM_VIEILLESSE`, `BOURSES` or `NON_QUALIFIE`. */
  scheme: 'scheme',
  /** What the context handler answered: `open` or `closed`. Absent when the call never reached it. */
  opening: 'opening',
  /** Why closed: see OpeningReason in context.ts. */
  openingReason: 'openingReason',
  personId: 'personId',
  /** `yes` when the person has called before. */
  knownPerson: 'knownPerson',
  /** Key of the number to call back (a keyed hash, not the number). Absent when withheld and none was typed. */
  numberKey: 'numberKey',
  /** `yes` when the caller asked for a callback: `closed` (out of hours), `keep-place` (in queue). */
  callbackRequested: 'callbackRequested',
  callbackId: 'callbackId',
  attemptId: 'attemptId',
  /** `technical` when an error branch ended the call. */
  failure: 'failure',
  /** French label of the scheme, for the agent's whisper. */
  schemeLabel: 'schemeLabel',
} as const;
