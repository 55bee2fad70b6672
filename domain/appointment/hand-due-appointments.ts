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

/** Looked at ahead for so long: no longer than an edit of the rules takes to be heard. */
const aheadMinutes = 5;

export interface HandRun {
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  /** Epoch milliseconds before which nothing is due, by programme: what this environment has seen. */
  readonly nothingBefore: Map<string, number>;
}

/**
 * Hands the calls of phone appointments whose hour has come to the dispatcher of callbacks (SAMPS-26): one live call per number, hours, windows and leases
 * are its own. Handed twice, it is one call. Since none is booked or moved with less than the notice of the rules, what comes within it is known
 * ahead, and most minutes ask nothing. Answers how many were.
 */
export async function handDueAppointments(
  { programme, at, nothingBefore }: HandRun,
  { appointments, register, content }: HandPorts,
): Promise<number> {
  const now = Date.parse(at);
  if (now < (nothingBefore.get(programme) ?? 0)) {
    return 0;
  }
  const { noticeMinutes } = await content.inForce(programme, 'appointmentRules', at);
  const ahead = Math.max(0, Math.min(aheadMinutes, noticeMinutes - 1)) * 60_000;
  const known = await appointments.dueUntil(programme, later(at, ahead));
  const due = known.filter(({ slotAt }) => Date.parse(slotAt) <= now);
  await hand(due, { programme, at }, { appointments, register, content });
  const coming = known.filter((one) => !due.includes(one)).map(({ slotAt }) => Date.parse(slotAt));
  nothingBefore.set(programme, Math.min(now + ahead, ...coming));
  return due.length;
}

async function hand(
  due: readonly Appointment[],
  { programme, at }: Pick<HandRun, 'programme' | 'at'>,
  { appointments, register, content }: HandPorts,
): Promise<void> {
  if (due.length === 0) {
    return;
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
