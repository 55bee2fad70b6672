import type { Key } from '../../../flow-engine/src/index.ts';
import type { Contact } from '../contact.ts';

/** What a person hears at their end of the line. `at` is virtual epoch milliseconds. */
export type HeardEvent = { readonly at: number } & (
  | { readonly type: 'prompt'; readonly text: string }
  | { readonly type: 'queued-music' }
  | { readonly type: 'connected'; readonly agent: string }
  | { readonly type: 'hold' }
  | { readonly type: 'resumed' }
  | {
      readonly type: 'ended';
      /** `busy`: refused by the quota of concurrent calls; `out-of-service`: the number leads nowhere. */
      readonly by: 'caller' | 'agent' | 'system' | 'third-party' | 'busy' | 'out-of-service';
    }
);

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type HeardNow = DistributiveOmit<HeardEvent, 'at'>;

/** A person's telephone call with the centre, seen from their side. Whatever they do takes effect in the next kernel round. */
export interface PhoneCall {
  /** The first contact of the call; a transfer goes on under others. */
  readonly contactId: string;
  readonly ended: boolean;
  hear(listener: (event: HeardEvent) => void): void;
  press(digit: string): void;
  /** Says words to the agent on the line, who reads them on the softphone; nobody hears them otherwise. */
  say(text: string): void;
  hangUp(): void;
}

/** The customer's end: survives transfers from contact to contact. */
export interface Line {
  readonly call: PhoneCall;
  /** E.164; undefined when withheld. */
  readonly number: string | undefined;
  contact: Contact;
  ended: boolean;
  /** Counts against the quota of concurrent calls. */
  counted: boolean;
  readonly listeners: ((event: HeardEvent) => void)[];
}

export const isPressable = (digit: string): digit is Key => /^[0-9*#]$/.test(digit);
