import type { AppointmentKind } from './appointment.ts';

/** Dated content: where and when appointments are given. */
export interface AppointmentRules {
  readonly sites: readonly AppointmentSite[];
  /** Local days ahead that can be booked, today included. */
  readonly daysAhead: number;
  /** A slot that begins sooner than this is not given any more. */
  readonly noticeMinutes: number;
}

export interface AppointmentSite {
  /** Small letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  readonly kind: AppointmentKind;
  /** Where it is; absent for those who call. */
  readonly commune?: string;
  /** Length of a slot. */
  readonly minutes: number;
  /** People received, or called, at once. */
  readonly seats: number;
  /** ISO weekdays, and local times `HH:MM`: the last slot ends by `to`. */
  readonly openings: readonly { readonly weekdays: readonly number[]; readonly from: string; readonly to: string }[];
}
