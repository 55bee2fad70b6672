import type { HeldSeat, Seats } from '../../../domain/appointment/seats.ts';

/** Places kept in memory. */
export function memorySeats(): Seats {
  const held = new Map<string, HeldSeat>();
  return {
    async take(seat, owner) {
      const key = `${seat.siteId} ${seat.at} ${seat.seat}`;
      const kept = held.get(key);
      if (kept !== undefined && kept.owner !== owner) {
        return false;
      }
      held.set(key, { ...seat, owner });
      return true;
    },
    async free(seat, owner) {
      const key = `${seat.siteId} ${seat.at} ${seat.seat}`;
      if (held.get(key)?.owner === owner) {
        held.delete(key);
      }
    },
    held: async (siteId, day) => [...held.values()].filter((one) => one.siteId === siteId && one.day === day),
  };
}
