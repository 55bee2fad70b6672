import { localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { Aloha, Holder } from './aloha.ts';
import type { Appointment } from './appointment.ts';
import type { AppointmentEntry } from './appointment-entry.ts';
import type { AppointmentRules, AppointmentSite } from './appointment-rules.ts';
import type { AppointmentTexts } from './appointment-texts.ts';
import type { Appointments } from './appointments.ts';
import { bookableDays } from './slot.ts';

export interface AppointmentPorts {
  readonly aloha: Aloha;
  readonly appointments: Appointments;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
  /** Absent where nobody is written to. */
  readonly texts?: AppointmentTexts;
}

export interface AppointmentScope {
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  /** User name. */
  readonly by: string;
}

export interface Booking {
  /** Made by the desk. */
  readonly appointmentId: string;
  readonly siteId: string;
  readonly slotAt: string;
  readonly scheme: string;
  readonly personId: string;
  readonly numberKey: string;
  readonly holder: Holder;
  readonly contactId?: string;
  readonly texts: boolean;
}

/** `refused`: why, in French; nothing was booked or changed. */
export type AppointmentAnswer =
  | { readonly type: 'done'; readonly appointment: Appointment }
  | { readonly type: 'refused'; readonly fault: string };

const full = 'Ce créneau vient d’être pris : il n’y a plus de place. Choisissez-en un autre.';
const gone = 'Ce créneau n’existe plus. Rechargez les créneaux, puis choisissez-en un autre.';
const unknown = 'Ce rendez-vous est inconnu du logiciel de rendez-vous : prenez-en un nouveau.';

/**
 * Books a slot (SAMPS-24, SAMPS-26): first in the appointment software, which alone says whether there is a place; then here, then in the journal, then the
 * texts. Whatever stops in between, the desk sends the same booking again and all of it is there once.
 */
export async function bookAppointment(
  booking: Booking,
  scope: AppointmentScope,
  ports: AppointmentPorts,
): Promise<AppointmentAnswer> {
  const { programme, at, by } = scope;
  const { holder, appointmentId, siteId, slotAt, scheme, ...kept } = booking;
  const known = await ports.appointments.find(programme, appointmentId);
  if (known !== undefined) {
    return known.siteId === siteId && known.slotAt === slotAt && known.state === 'booked'
      ? await told(known, 'taken', scope, ports, holder)
      : refused('Ce rendez-vous a changé depuis : rouvrez la liste des rendez-vous de la personne.');
  }
  const [rules, schemes] = await Promise.all([
    ports.content.inForce(programme, 'appointmentRules', at),
    ports.content.inForce(programme, 'schemes', at),
  ]);
  const site = rules.sites.find(({ id }) => id === siteId);
  const fault = schemes.some(({ code }) => code === scheme)
    ? await slotFault(site, rules, slotAt, scope, ports)
    : `L’aide « ${scheme} » est inconnue ; valeurs acceptées : ${schemes.map(({ code }) => code).join(', ')}.`;
  if (site === undefined || fault !== undefined) {
    return refused(fault ?? gone);
  }
  const answer = await ports.aloha.book({ id: appointmentId, siteId, at: slotAt, scheme, holder });
  if (answer.type !== 'booked') {
    return refused(answer.type === 'full' ? full : gone);
  }
  const appointment: Appointment = {
    ...{
      appointmentId,
      reference: answer.reference,
      kind: site.kind,
      siteId,
      site: site.name,
      slotAt,
      scheme,
      ...kept,
    },
    ...{ minutes: answer.minutes, state: 'booked', takenAt: at, takenBy: by, revision: 1 },
  };
  await ports.appointments.save(programme, appointment);
  return await told(appointment, 'taken', scope, ports, holder);
}

/** Moves it, or leaves it where it is. */
export async function moveAppointment(
  appointmentId: string,
  to: { readonly siteId: string; readonly slotAt: string; readonly holder: Holder },
  scope: AppointmentScope,
  ports: AppointmentPorts,
): Promise<AppointmentAnswer> {
  const { programme, at } = scope;
  const known = await ports.appointments.find(programme, appointmentId);
  if (known === undefined || known.state === 'cancelled') {
    return refused('Ce rendez-vous n’existe pas, ou il est annulé.');
  }
  if (known.siteId === to.siteId && known.slotAt === to.slotAt) {
    return { type: 'done', appointment: known };
  }
  const rules = await ports.content.inForce(programme, 'appointmentRules', at);
  const site = rules.sites.find(({ id }) => id === to.siteId);
  const fault = await slotFault(site, rules, to.slotAt, scope, ports);
  if (site === undefined || fault !== undefined) {
    return refused(fault ?? gone);
  }
  const answer = await ports.aloha.move(known.reference, {
    ...{
      id: `${appointmentId}.${known.revision}`,
      siteId: site.id,
      at: to.slotAt,
      scheme: known.scheme,
      holder: to.holder,
    },
  });
  if (answer.type !== 'booked') {
    return refused(answer.type === 'full' ? full : answer.type === 'gone' ? gone : unknown);
  }
  const { handedAt: _, ...open } = known;
  const moved: Appointment = {
    ...open,
    ...{ reference: answer.reference, kind: site.kind, siteId: site.id, site: site.name, slotAt: to.slotAt },
    ...{ minutes: answer.minutes, revision: known.revision + 1 },
  };
  return await saved(moved, 'moved', scope, ports, to.holder);
}

/** Cancels it: its place is free, its reminder is not sent, its call is not made. */
export async function cancelAppointment(
  appointmentId: string,
  scope: AppointmentScope,
  ports: AppointmentPorts,
): Promise<AppointmentAnswer> {
  const { programme } = scope;
  const known = await ports.appointments.find(programme, appointmentId);
  if (known === undefined) {
    return refused('Ce rendez-vous n’existe pas.');
  }
  await ports.aloha.cancel(known.reference);
  if (known.state === 'cancelled') {
    return { type: 'done', appointment: known };
  }
  return await saved({ ...known, state: 'cancelled', revision: known.revision + 1 }, 'cancelled', scope, ports);
}

async function saved(
  appointment: Appointment,
  change: AppointmentEntry['change'],
  scope: AppointmentScope,
  ports: AppointmentPorts,
  holder?: Holder,
): Promise<AppointmentAnswer> {
  return (await ports.appointments.save(scope.programme, appointment))
    ? await told(appointment, change, scope, ports, holder)
    : refused('Quelqu’un a changé ce rendez-vous entre-temps. Rouvrez-le, puis recommencez.');
}

/** The journal, then the texts: both the same when they are told again. */
async function told(
  appointment: Appointment,
  change: AppointmentEntry['change'],
  { programme, at, by }: AppointmentScope,
  { content, journal, texts }: AppointmentPorts,
  holder?: Holder,
): Promise<AppointmentAnswer> {
  const { appointmentId, revision, kind, site, slotAt, scheme, contactId, takenAt } = appointment;
  const { timeZone } = await content.inForce(programme, 'calendar', at);
  const time = change === 'taken' ? takenAt : at;
  const entry: AppointmentEntry = {
    ...{
      kind: 'appointment',
      programme,
      day: localDay(timeZone, time),
      time,
      id: `appointment#${appointmentId}#${revision}`,
    },
    ...{ appointmentId, change, scheme, appointmentKind: kind, site, slotAt, agent: by },
    ...(contactId !== undefined && { contactId }),
  };
  await journal.append([entry]);
  await texts?.follow(programme, appointment, { at, ...(holder && { holder }) });
  return { type: 'done', appointment };
}

async function slotFault(
  site: AppointmentSite | undefined,
  rules: AppointmentRules,
  slotAt: string,
  { programme, at }: AppointmentScope,
  { content }: Pick<AppointmentPorts, 'content'>,
): Promise<string | undefined> {
  if (site === undefined) {
    return `Ce lieu ne donne pas de rendez-vous ; lieux acceptés : ${rules.sites.map(({ name }) => name).join(', ')}.`;
  }
  const calendar = await content.inForce(programme, 'calendar', at);
  const { from, to } = bookableDays(rules, calendar, at);
  const day = localDay(calendar.timeZone, slotAt);
  if (day < from || day > to) {
    return `Ce créneau est hors des ${rules.daysAhead} jours ouverts à la réservation.`;
  }
  const soonest = new Date(Date.parse(at) + rules.noticeMinutes * 60_000).toISOString();
  return slotAt < soonest
    ? `Ce créneau commence dans moins de ${rules.noticeMinutes} minutes : choisissez-en un autre.`
    : undefined;
}

function refused(fault: string): AppointmentAnswer {
  return { type: 'refused', fault };
}
