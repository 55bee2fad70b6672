/** Someone who called, without their identity. */
interface Person {
  /** Random id; the only name the journal, attributes and logs have for them (design decision 16). */
  readonly personId: string;
  /** First contact of the call by which they were added. */
  readonly firstCallId: string;
}

/** Port: identities under per-person keys, found by the keyed hash of the number. */
export interface People {
  find(programme: string, numberKey: string): Promise<Person | undefined>;
  /** Adds a person unless one is already there; answers the one that is kept. */
  add(programme: string, numberKey: string, e164: string, callId: string): Promise<Person>;
  /** Adds those of whom nobody is there yet, each under a key of their own: lists, which have thousands. */
  addAll(
    programme: string,
    numbers: readonly { readonly numberKey: string; readonly e164: string }[],
    callId: string,
  ): Promise<void>;
  /** Who it is and the number itself, E.164; undefined when nobody is kept under this key (any more). */
  reveal(programme: string, numberKey: string): Promise<(Person & { readonly e164: string }) | undefined>;
}

/** Port: keyed hash of a phone number; the same number always gives the same key. */
export type NumberKeyOf = (e164: string) => Promise<string>;
