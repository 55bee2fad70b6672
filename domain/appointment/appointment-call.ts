import { callbackIdOf } from '../callback/callbacks-of.ts';

const prefix = 'rdv-';

/** What stands for a call in the register of callbacks: one for each hour that the appointment had. */
export function appointmentCallId(appointmentId: string, revision: number): string {
  return `${prefix}${appointmentId}-${revision}`;
}

/** The appointment whose hour such a call stands for; undefined of any other call. */
export function appointmentOfCall(callId: string): string | undefined {
  return callId.startsWith(prefix) ? callId.slice(prefix.length, callId.lastIndexOf('-')) : undefined;
}

/** Whether a callback was made for an appointment. */
export function isAppointmentCall(callbackId: string): boolean {
  return callbackId.startsWith(callbackIdOf(prefix));
}
