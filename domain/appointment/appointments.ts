import type { Appointment } from './appointment.ts';

/** Port: appointments as we keep them. */
export interface Appointments {
  find(programme: string, appointmentId: string): Promise<Appointment | undefined>;
  /** Writes over `revision - 1`; false when another writer came first. */
  save(programme: string, appointment: Appointment): Promise<boolean>;
  /** Of one person, by slot, cancelled ones included. */
  ofPerson(programme: string, personId: string): Promise<readonly Appointment[]>;
  /** Phone appointments whose hour is up to this instant and whose call was not handed over, by slot. */
  dueUntil(programme: string, until: string): Promise<readonly Appointment[]>;
}
