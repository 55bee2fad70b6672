import { localDay } from '../calendar/local-time.ts';
import type { Aloha, BookingAnswer, BookingOrder } from './aloha.ts';
import type { HeldSeat, Seats } from './seats.ts';
import type { Slot } from './slot.ts';

export interface SeatedAlohaParts {
  readonly seats: Seats;
  readonly timeZone: string;
  /** Slots that there are, whatever is taken of them. */
  readonly slots: (siteId: string, day: string) => Promise<readonly Slot[]>;
  /** Told of each booking that holds, of each move and of each cancellation: for whoever must hear of them elsewhere. */
  readonly tell?: (change: SeatChange) => Promise<void>;
}

export type SeatChange =
  | { readonly type: 'booked' | 'moved'; readonly reference: string; readonly order: BookingOrder }
  | { readonly type: 'cancelled'; readonly reference: string };

/** A reference says where the place is, so that it is found without another table: `site~instant~seat~id`. */
const separator = '~';

/** Bookings over places of our own: what ALOHA does, where it is not reached at once. */
export function seatedAloha({ seats, timeZone, slots, tell }: SeatedAlohaParts): Aloha {
  const dayOf = (at: string) => localDay(timeZone, at);

  async function take({ id, siteId, at }: BookingOrder): Promise<BookingAnswer> {
    const day = dayOf(at);
    const slot = (await slots(siteId, day)).find((one) => one.at === at);
    if (slot === undefined) {
      return { type: 'gone' };
    }
    const held = (await seats.held(siteId, day)).filter((one) => one.at === at);
    const own = held.find(({ owner }) => owner === id);
    const order = own === undefined ? freeFirst(slot, held) : [own.seat];
    for (const seat of order) {
      if (await seats.take({ siteId, day, at, seat }, id)) {
        return { type: 'booked', reference: [siteId, at, seat, id].join(separator), minutes: slot.minutes };
      }
    }
    return { type: 'full' };
  }

  async function release(reference: string): Promise<void> {
    const place = placeOf(reference);
    if (place !== undefined) {
      const { siteId, at, seat, id } = place;
      await seats.free({ siteId, day: dayOf(at), at, seat }, id);
    }
  }

  return {
    async slots(siteId, day) {
      const [all, held] = await Promise.all([slots(siteId, day), seats.held(siteId, day)]);
      const taken = Map.groupBy(held, ({ at }) => at);
      return all.map((slot) => ({ ...slot, free: Math.max(0, slot.seats - (taken.get(slot.at)?.length ?? 0)) }));
    },

    async book(order) {
      const answer = await take(order);
      if (answer.type === 'booked') {
        await tell?.({ type: 'booked', reference: answer.reference, order });
      }
      return answer;
    },

    async move(reference, order) {
      const place = placeOf(reference);
      const isHeld =
        place !== undefined &&
        (await seats.held(place.siteId, dayOf(place.at))).some(
          ({ at, seat, owner }) => at === place.at && seat === place.seat && owner === place.id,
        );
      if (!isHeld) {
        // A move that was made and not heard of has freed the old place and holds the new one.
        const again = await holding(order);
        return again ?? { type: 'unknown' };
      }
      // The new place is held before the old one is given back: whoever is refused keeps theirs.
      const answer = await take(order);
      if (answer.type === 'booked' && answer.reference !== reference) {
        await release(reference);
        await tell?.({ type: 'moved', reference: answer.reference, order });
      }
      return answer;
    },

    async cancel(reference) {
      await release(reference);
      await tell?.({ type: 'cancelled', reference });
    },
  };

  async function holding({ id, siteId, at }: BookingOrder): Promise<BookingAnswer | undefined> {
    const day = dayOf(at);
    const own = (await seats.held(siteId, day)).find((one) => one.at === at && one.owner === id);
    const slot = own && (await slots(siteId, day)).find((one) => one.at === at);
    return (
      own && slot && { type: 'booked', reference: [siteId, at, own.seat, id].join(separator), minutes: slot.minutes }
    );
  }
}

/** Seats that look free, then those that may have been freed since. */
function freeFirst({ seats: count }: Slot, held: readonly HeldSeat[]): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  return all.filter((seat) => !held.some((one) => one.seat === seat));
}

function placeOf(reference: string) {
  const [siteId = '', at = '', seat = '', ...rest] = reference.split(separator);
  const id = rest.join(separator);
  return id === '' || Number.isNaN(Date.parse(at)) ? undefined : { siteId, at, seat: Number(seat), id };
}
