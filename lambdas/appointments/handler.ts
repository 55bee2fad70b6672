import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { AppointmentsAnswer, SlotsAnswer } from '../../contracts/desk-knowledge.ts';
import { cancelAppointment } from '../../domain/appointment/book-appointment.ts';
import { bookableDays } from '../../domain/appointment/slot.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, HttpError, jsonAnswer, pathParameter } from '../middleware/http.ts';
import { type AppointmentParts, type AppointmentRequest, appointmentRequest, shown } from './appointment-parts.ts';
import { booked, moved } from './bookings.ts';
import { deskText } from './desk-texts.ts';

/** What the desk asks of appointments: routes `appointments`, `slots`, `bookAppointment`, `changeAppointment` and `deskText` of contracts/knowledge-routes.ts. */
export function appointmentsHandler(
  parts: () => Promise<AppointmentParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('appointments', (event, { awsRequestId }) =>
    jsonAnswer('appointments', awsRequestId, async () => {
      const request = appointmentRequest(event, await parts());
      const posted = event.requestContext.http.method === 'POST';
      if (event.rawPath.endsWith('/sms')) {
        return await deskText(request);
      }
      if (event.rawPath.endsWith('/creneaux')) {
        return await slots(request);
      }
      return !posted
        ? await listed(request)
        : event.pathParameters?.['appointmentId'] === undefined
          ? await booked(request)
          : await changed(request);
    }),
  );
}

async function slots({ event, programme: { name, calendar }, ports, at }: AppointmentRequest): Promise<SlotsAnswer> {
  const { site = '', jour = '' } = event.queryStringParameters ?? {};
  const rules = await ports.content.inForce(name, 'appointmentRules', at);
  const { from, to } = bookableDays(rules, calendar, at);
  if (!rules.sites.some(({ id }) => id === site) || jour < from || jour > to) {
    const ids = rules.sites.map(({ id }) => id).join(', ');
    throw new HttpError(
      400,
      `Le lieu vaut « ${site} », le jour « ${jour} » ; valeurs acceptées : ${ids}, du ${from} au ${to}.`,
    );
  }
  const soonest = new Date(Date.parse(at) + rules.noticeMinutes * 60_000).toISOString();
  const found = await ports.aloha.slots(site, jour);
  return { site, day: jour, slots: found.filter((slot) => slot.at >= soonest) };
}

/** Where and until when, and what the person has already. */
async function listed({
  event,
  programme: { name, calendar },
  ports,
  parts,
  at,
}: AppointmentRequest): Promise<AppointmentsAnswer> {
  const rules = await ports.content.inForce(name, 'appointmentRules', at);
  const numberKey = event.queryStringParameters?.['numero'];
  const person = numberKey === undefined ? undefined : await parts.people.find(name, numberKey);
  const all = person === undefined ? [] : await ports.appointments.ofPerson(name, person.personId);
  const today = localDay(calendar.timeZone, at);
  return {
    ...bookableDays(rules, calendar, at),
    sites: rules.sites.map(({ id, name: label, kind, commune, minutes }) => ({
      id,
      name: label,
      kind,
      minutes,
      ...(commune && { commune }),
    })),
    appointments: all.filter((one) => localDay(calendar.timeZone, one.slotAt) >= today).map(shown),
  };
}

async function changed(request: AppointmentRequest) {
  const { event, ports, scope } = request;
  const [appointmentId, action] = [pathParameter(event, 'appointmentId'), pathParameter(event, 'action')];
  if (action !== 'annuler' && action !== 'deplacer') {
    throw new HttpError(404, `L’action « ${action} » n’existe pas ; valeurs acceptées : deplacer, annuler.`);
  }
  if (action === 'deplacer') {
    return await moved(appointmentId, request);
  }
  const answer = await cancelAppointment(appointmentId, scope, ports);
  if (answer.type === 'refused') {
    throw new HttpError(409, answer.fault);
  }
  return shown(answer.appointment);
}
