import type { Scheme } from '../journal/entry.ts';
import type { FreeSlot } from './slot.ts';

/** Who comes, or is called: what the appointment software needs, and nothing that we keep in clear. */
export interface Holder {
  readonly lastName: string;
  readonly firstName: string;
  /** E.164. */
  readonly phone: string;
}

/** A booking asked for. `id` is ours: asked again, it is the same booking. */
export interface BookingOrder {
  readonly id: string;
  readonly siteId: string;
  /** ISO instant of the slot. */
  readonly at: string;
  readonly scheme: Scheme;
  readonly holder: Holder;
}

/** `full`: somebody else took the last place. `gone`: there is no such slot any more. `unknown`: there is no such booking. */
export type BookingAnswer =
  | { readonly type: 'booked'; readonly reference: string; readonly minutes: number }
  | { readonly type: 'full' }
  | { readonly type: 'gone' };

/**
 * Port: the client's appointment software, « ALOHA » at Province Sud (SAMPS-24). Three adapters give the same behaviour, held by one suite
 * (test/adapters/appointment): our own tables, files exchanged over S3, and HTTP. What each call does is documented in docs/appointments.md.
 */
export interface Aloha {
  /** Slots of a site on a local day, ascending, full ones included. An unknown site has none. */
  slots(siteId: string, day: string): Promise<readonly FreeSlot[]>;
  book(order: BookingOrder): Promise<BookingAnswer>;
  /** Moves a booking to another slot, or leaves it where it is. */
  move(reference: string, order: BookingOrder): Promise<BookingAnswer | { readonly type: 'unknown' }>;
  /** Gives the place back. A booking that is cancelled already, or unknown, is a success. */
  cancel(reference: string): Promise<void>;
}
