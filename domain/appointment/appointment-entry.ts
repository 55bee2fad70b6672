import type { EntryBase, Scheme } from '../journal/entry.ts';
import type { AppointmentKind } from './appointment.ts';

/**
 * What became of an appointment (SAMPS-24, §6.1). Filed under the local day on which it was done, not that of the slot: the workbook of a day says what
 * its agents did. `id` is `appointment#<appointmentId>#<revision>`; nobody is named.
 */
export interface AppointmentEntry extends EntryBase {
  readonly kind: 'appointment';
  readonly appointmentId: string;
  readonly change: 'taken' | 'moved' | 'cancelled';
  readonly scheme: Scheme;
  readonly appointmentKind: AppointmentKind;
  /** Name of the site as people read it; for a phone appointment, of the desk that calls. */
  readonly site: string;
  /** ISO instant of the slot, after the change. */
  readonly slotAt: string;
  readonly agent: string;
  /** The contact during which it was done. */
  readonly contactId?: string;
}
