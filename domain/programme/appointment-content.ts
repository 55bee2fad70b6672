import type { AppointmentRules } from '../appointment/appointment-rules.ts';

/** What a programme that gives appointments has beside. */
export interface AppointmentContent {
  readonly appointmentRules: AppointmentRules;
}
