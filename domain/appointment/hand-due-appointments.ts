import { localDay } from '../calendar/local-time.ts';
import type { CallbackRegister } from '../callback/callback-register.ts';
import { learn } from '../callback/learn.ts';
import { later } from '../callback/lease.ts';
import { noFacts, type Source } from '../callback/number-facts.ts';
import type { Content } from '../content/content.ts';
import type { Appointment } from './appointment.ts';
import { appointmentCallId } from './appointment-call.ts';
import type { Appointments } from './appointments.ts';

export interface HandPorts {
  readonly appointments: Pick<Appointments, 'dueUntil' | 'save'>;
  readonly register: CallbackRegister;
  readonly content: Content;
}

/** The person is rung twice at most, within this of their hour. */
const attempts = 2;
const patienceMs = 2 * 3_600_000;

/**
 * Hands the calls of phone appointments whose hour has come to the dispatcher of callbacks (SAMPS-26): one live call per number, hours, windows and leases
 * are its own. Handed twice, it is one call. Answers how many were.
 */
export async function handDueAppointments(
  { programme, at }: { readonly programme: string; readonly at: string },
  { appointments, register, content }: HandPorts,
): Promise<number> {
  const due = await appointments.dueUntil(programme, at);
  if (due.length === 0) {
    return 0;
  }
  const [calendar, callbackPolicy] = await Promise.all([
    content.inForce(programme, 'calendar', at),
    content.inForce(programme, 'callbackPolicy', at),
  ]);
  for (const appointment of due) {
    const told = { ...noFacts, sources: [sourceOf(appointment, calendar.timeZone)] };
    await learn(register, programme, appointment.numberKey, told, { calendar, callbackPolicy });
    // Another run may have handed it over, or somebody has just moved it: then there is nothing to write.
    await appointments.save(programme, { ...appointment, handedAt: at, revision: appointment.revision + 1 });
  }
  return due.length;
}

function sourceOf({ appointmentId, revision, slotAt, scheme }: Appointment, timeZone: string): Source {
  return {
    callId: appointmentCallId(appointmentId, revision),
    startedAt: slotAt,
    endedAt: slotAt,
    day: localDay(timeZone, slotAt),
    scheme,
    reason: 'appointment',
    deadline: later(slotAt, patienceMs),
    maxAttempts: attempts,
    certainty: 'recorded',
    revision: '',
  };
}
