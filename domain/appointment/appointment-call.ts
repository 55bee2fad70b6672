import { callbackIdOf } from '../callback/callbacks-of.ts';

const prefix = 'rdv-';

/** What stands for a call in the register of callbacks: one for each hour that the appointment had. */
export function appointmentCallId(appointmentId: string, revision: number): string {
  return `${prefix}${appointmentId}-${revision}`;
}

/** Whether a callback was made for an appointment. */
export function isAppointmentCall(callbackId: string): boolean {
  return callbackId.startsWith(callbackIdOf(prefix));
}
