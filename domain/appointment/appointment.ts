import type { Scheme } from '../journal/entry.ts';

/** Received on a site, or rung by an agent who helps with the form (SAMPS-26). */
export type AppointmentKind = 'on-site' | 'phone';

/** An appointment as we keep it: pseudonyms only. Who comes is told to the appointment software, and is kept under the person's own key. */
export interface Appointment {
  /** Made by the desk, one for each booking: sending it again books nothing more. */
  readonly appointmentId: string;
  /** Its name in the appointment software. */
  readonly reference: string;
  readonly kind: AppointmentKind;
  readonly siteId: string;
  /** Name of the site as people read it, when it was booked. */
  readonly site: string;
  /** ISO instant. */
  readonly slotAt: string;
  readonly minutes: number;
  readonly scheme: Scheme;
  /** Who holds it, and the keyed hash of the number to ring or to write to. */
  readonly personId: string;
  readonly numberKey: string;
  /** The contact during which it was taken. */
  readonly contactId?: string;
  readonly state: 'booked' | 'cancelled';
  /** The person agreed to be written to. */
  readonly texts: boolean;
  readonly takenAt: string;
  readonly takenBy: string;
  /** Grows by one at each change. */
  readonly revision: number;
  /** When the call of a phone appointment was handed to the dispatcher. */
  readonly handedAt?: string;
}
