import type { Holder } from './aloha.ts';
import type { Appointment } from './appointment.ts';

/** Port: what is written to whoever has an appointment (SAMPS-27). */
export interface AppointmentTexts {
  /**
   * Brings the texts of an appointment in line with it: a confirmation at once and a reminder the day before where the person agreed and has a mobile;
   * what was planned for another slot, or for one that is cancelled, is taken back. Told again, it plans nothing more.
   */
  follow(
    programme: string,
    appointment: Appointment,
    told: { readonly at: string; readonly holder?: Holder },
  ): Promise<void>;
}
