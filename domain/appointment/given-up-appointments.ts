import type { Callback } from '../callback/callbacks-of.ts';
import type { Source } from '../callback/number-facts.ts';
import { appointmentOfCall } from './appointment-call.ts';
import type { Appointments } from './appointments.ts';

/** Calls of a callback whose appointment is no more, or is at another hour by now: cancelled or moved after they were handed over (SAMPS-26). */
export async function givenUpAppointments(
  programme: string,
  { sources }: Pick<Callback, 'sources'>,
  appointments: Pick<Appointments, 'find'> | undefined,
): Promise<readonly Source[]> {
  const judged = await Promise.all(
    sources.map(async (source) => {
      const appointmentId = appointmentOfCall(source.callId);
      if (appointmentId === undefined || appointments === undefined) {
        return [];
      }
      const known = await appointments.find(programme, appointmentId);
      const stands = known?.state === 'booked' && known.slotAt === source.startedAt;
      return stands ? [] : [{ ...source, withdrawn: true as const }];
    }),
  );
  return judged.flat();
}
