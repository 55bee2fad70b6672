import type { Appointment } from '../../../domain/appointment/appointment.ts';
import type { AppointmentTexts } from '../../../domain/appointment/appointment-texts.ts';
import type { Appointments } from '../../../domain/appointment/appointments.ts';
import { seatedAloha } from '../../../domain/appointment/seated-aloha.ts';
import { slotsOfDay } from '../../../domain/appointment/slot.ts';
import type { DeskTexting } from '../../../domain/desk-text/send-desk-text.ts';
import type { KeptProfile } from '../../../domain/recipient/profiles.ts';
import { appointmentsHandler } from '../../../lambdas/appointments/handler.ts';
import { appointments as content } from '../../../programmes/samps/appointments.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { apiEvent, context } from '../../lambdas/report/api-event.ts';
import { MemoryContent, MemoryJournal, memoryPeople } from '../calls/memory-ports.ts';
import { memorySeats } from './memory-seats.ts';

/** Appointments kept in memory. */
function memoryAppointments(): Appointments & { readonly kept: Map<string, Appointment> } {
  const kept = new Map<string, Appointment>();
  const bySlot = (a: Appointment, b: Appointment) => (a.slotAt < b.slotAt ? -1 : 1);
  return {
    kept,
    find: async (_, id) => kept.get(id),
    async save(_, appointment) {
      if ((kept.get(appointment.appointmentId)?.revision ?? 0) !== appointment.revision - 1) {
        return false;
      }
      kept.set(appointment.appointmentId, appointment);
      return true;
    },
    ofPerson: async (_, personId) => [...kept.values()].filter((one) => one.personId === personId).sort(bySlot),
    dueUntil: async (_, until) =>
      [...kept.values()]
        .filter(
          ({ kind, state, slotAt, handedAt }) =>
            kind === 'phone' && state === 'booked' && handedAt === undefined && slotAt <= until,
        )
        .sort(bySlot),
  };
}

/** The desk's appointments over one memory, at a clock that the test moves: Thursday 3 July 2025, 9:00 in Nouméa. */
export function appointmentRoom(more: { readonly texts?: AppointmentTexts; readonly deskTexts?: DeskTexting } = {}) {
  const clock = { now: '2025-07-02T22:00:00.000Z' };
  const journal = new MemoryJournal();
  const appointments = memoryAppointments();
  const memoryContent = new MemoryContent({ appointmentRules: content.appointmentRules, ...samps.messages });
  const profiles = new Map<string, KeptProfile>();
  const people = memoryPeople();
  const { timeZone } = samps.calendar;
  const aloha = seatedAloha({
    seats: memorySeats(),
    timeZone,
    async slots(siteId, day) {
      const site = content.appointmentRules.sites.find(({ id }) => id === siteId);
      return site === undefined ? [] : slotsOfDay(site, day, samps.calendar);
    },
  });
  const handler = appointmentsHandler(async () => ({
    ...{
      alohaOf: () => aloha,
      appointments,
      content: memoryContent,
      journal,
      programmes: { samps },
      now: () => clock.now,
    },
    ...people,
    profiles: {
      async save(_, added) {
        for (const [id, profile] of added) profiles.set(id, profile);
      },
      reveal: async (_, ids) =>
        new Map(ids.flatMap((id) => (profiles.has(id) ? [[id, profiles.get(id)] as [string, KeptProfile]] : []))),
    },
    ...more,
  }));
  return {
    ...{ clock, journal, appointments, profiles, people, content: memoryContent },
    async ask(
      path: string,
      options: {
        readonly post?: unknown;
        readonly query?: Readonly<Record<string, string>>;
        readonly groups?: string;
      } = {},
    ) {
      const { post, query = {}, groups = 'samps:agent' } = options;
      const [, , , kind, id, action] = path.split('/');
      const name = kind === 'contacts' ? 'contactId' : 'appointmentId';
      const pathParameters = { programme: 'samps', ...(id && { [name]: id }), ...(action && { action }) };
      const event = apiEvent(path, {
        method: post === undefined ? 'GET' : 'POST',
        userName: 'malia',
        groups,
        query,
        pathParameters,
      });
      const { statusCode, body } = await handler(
        { ...event, ...(post !== undefined && { body: JSON.stringify(post) }) },
        context,
      );
      return { status: statusCode, answer: JSON.parse(String(body)) };
    },
  };
}
