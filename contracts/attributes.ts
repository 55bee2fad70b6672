/**
 * Contact attributes: what flows set and contact records bring back. Values are strings. No personal data: the caller's
 * identity is a random `personId` (design decision 16). Imports nothing.
 */
export const contactAttributes = {
  programme: 'programme',
  /** Scheme chosen in the menu: `AIDE_MEDICALE`, `MINIMUM_VIEILLESSE`, `BOURSES` or `NON_QUALIFIE`. */
  scheme: 'scheme',
  /** `open` or `closed`: what the context handler answered, or Connect's own hours when it could not. Absent when neither answered. */
  opening: 'opening',
  /** Why closed: see OpeningReason in context.ts. */
  openingReason: 'openingReason',
  personId: 'personId',
  /** `yes` when the person has called before. */
  knownPerson: 'knownPerson',
  /** Key of the number to call back (a keyed hash, not the number). Absent when withheld and none was typed. */
  numberKey: 'numberKey',
  /**
   * Which callback the caller was granted: `closed` (out of hours), `keep-place` (in queue), `queue-full` or `technical`; `failed` when
   * `keep-place` was registered but Connect refused the native callback, so the caller kept waiting. Absent otherwise.
   */
  callbackRequested: 'callbackRequested',
  callbackId: 'callbackId',
  attemptId: 'attemptId',
  /** Person of a campaign who is called, or rings back. */
  recipientId: 'recipientId',
  /** A person of a campaign in hand rings back: an attempt id whose number is 0. */
  ringBackId: 'ringBackId',
  /** `campaign` on calls of a campaign: then `announcement` is what the person hears first. */
  nature: 'nature',
  announcement: 'announcement',
  /** `preview` on calls that an agent asked for after reading who the person is: they are for `agentId`, the agent's id in Connect. */
  dialMode: 'dialMode',
  agentId: 'agentId',
  /** `yes` while a message may still be left on the person's voicemail in this cycle, else `no`: for the agent's desk. */
  mayLeaveMessage: 'mayLeaveMessage',
  /** `technical` when an error branch ended the call. */
  failure: 'failure',
  /** French label of the scheme, for the agent's whisper. */
  schemeLabel: 'schemeLabel',
  /** Rounds of the waiting announcement so far: `0` before the queue, then `1` to `5` (`5` = fifth or later). */
  queueTurn: 'queueTurn',
  /** Spoken wait for the agent's whisper, e.g. « environ 2 minutes ». */
  waited: 'waited',
} as const;
