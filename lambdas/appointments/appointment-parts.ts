import type { AppointmentAnswer } from '../../contracts/desk-knowledge.ts';
import type { Aloha } from '../../domain/appointment/aloha.ts';
import type { Appointment } from '../../domain/appointment/appointment.ts';
import type { AppointmentTexts } from '../../domain/appointment/appointment-texts.ts';
import type { Appointments } from '../../domain/appointment/appointments.ts';
import type { AppointmentPorts, AppointmentScope } from '../../domain/appointment/book-appointment.ts';
import type { IdentifyPorts } from '../../domain/caller/identify.ts';
import type { Content } from '../../domain/content/content.ts';
import type { DeskTexting } from '../../domain/desk-text/send-desk-text.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Profiles } from '../../domain/recipient/profiles.ts';
import { type ApiEvent, HttpError, pathParameter, requireRole, userOf } from '../middleware/http.ts';

export interface AppointmentParts extends IdentifyPorts {
  readonly alohaOf: (programme: Programme) => Aloha;
  readonly appointments: Appointments;
  /** Who holds an appointment, under their own key. */
  readonly profiles: Pick<Profiles, 'save' | 'reveal'>;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
  readonly texts?: AppointmentTexts;
  /** What agents may have sent; absent where nobody is written to. */
  readonly deskTexts?: DeskTexting;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** What a request is about, once it is known that its user may. */
export interface AppointmentRequest {
  readonly event: ApiEvent;
  readonly parts: AppointmentParts;
  readonly programme: Programme;
  readonly scope: AppointmentScope;
  readonly at: string;
  readonly ports: AppointmentPorts;
}

export function appointmentRequest(event: ApiEvent, parts: AppointmentParts): AppointmentRequest {
  const name = pathParameter(event, 'programme');
  const user = userOf(event);
  requireRole(user, name, ['agent', 'supervisor']);
  const programme = parts.programmes[name];
  if (programme?.appointments === undefined) {
    throw new HttpError(404, `Le programme « ${name} » ne donne pas de rendez-vous ici.`);
  }
  const at = parts.now();
  const { appointments, content, journal, texts } = parts;
  return {
    ...{ event, parts, programme, at, scope: { programme: name, at, by: user.userName } },
    ports: { aloha: parts.alohaOf(programme), appointments, content, journal, ...(texts && { texts }) },
  };
}

/** What the desk is told of an appointment. */
export function shown({
  appointmentId,
  kind,
  siteId,
  site,
  slotAt,
  minutes,
  scheme,
  state,
  texts,
}: Appointment): AppointmentAnswer {
  return { appointmentId, kind, siteId, site, slotAt, minutes, scheme, state, texts };
}
