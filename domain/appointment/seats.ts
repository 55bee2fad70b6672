/** One place of one slot. */
export interface Seat {
  readonly siteId: string;
  /** Local day and ISO instant of the slot. */
  readonly day: string;
  readonly at: string;
  /** 1, 2… */
  readonly seat: number;
}

/** A place that somebody holds. */
export interface HeldSeat extends Seat {
  /** Id of the booking. */
  readonly owner: string;
}

/** Port: places that are taken. One conditional write takes one: two bookings never hold the same place (design decision 14). */
export interface Seats {
  /** True when `owner` holds it: it was free, or already theirs. */
  take(seat: Seat, owner: string): Promise<boolean>;
  /** Frees it if `owner` holds it; else does nothing. */
  free(seat: Seat, owner: string): Promise<void>;
  held(siteId: string, day: string): Promise<readonly HeldSeat[]>;
}
