import type { AdministrativeDateKind } from '../programme/alert-content.ts';

/** A dated obligation of a member (ALERTES-26): a monthly update, an appointment, a renewal. It reminds; it decides nothing (ALERTES-29). */
export interface AdministrativeDate {
  /** `<memberId>.<operation>`: a double click makes one. */
  readonly dateId: string;
  readonly memberId: string;
  /** Code of a kind of the programme. */
  readonly kind: string;
  /** First day, YYYY-MM-DD in the programme's zone. */
  readonly day: string;
  /** Local time HH:MM, of an appointment. */
  readonly time?: string;
  readonly recurrence: AdministrativeDateKind['recurrence'];
  /** Days before, descending, each once. */
  readonly remindersBefore: readonly number[];
  /** Whom to ask (ALERTES-29): said in the reminder. */
  readonly referent?: { readonly name: string; readonly phone?: string };
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly version: number;
}

export const mostDaysBefore = 60;
