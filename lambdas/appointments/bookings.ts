import { bookAppointment, moveAppointment } from '../../domain/appointment/book-appointment.ts';
import { type BookingForm, parseBookingForm, readSlotAt } from '../../domain/appointment/booking-form.ts';
import { identify } from '../../domain/caller/identify.ts';
import { parsePhone } from '../../domain/phone/phone-number.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { HttpError, jsonBody } from '../middleware/http.ts';
import { type AppointmentRequest, shown } from './appointment-parts.ts';

/** A slot for whoever is on the line, or for whom the agent has written the number. */
export async function booked(request: AppointmentRequest) {
  const { event, programme, parts, ports, scope } = request;
  const form = accepted(parseBookingForm(membersOf(jsonBody(event))));
  const { personId, numberKey, e164 } = await personOf(form, request);
  const { lastName, firstName, phone: _, ...asked } = form;
  const parsed = parsePhone(e164, programme.defaultCountry);
  const kind = 'problem' in parsed || parsed.kind === 'premium' ? 'other' : parsed.kind;
  const profile = { lastName, firstName, phones: [{ e164, kind }], reasons: [], impairments: [] };
  // Who comes is kept before the slot is taken: a move, and the texts, say the same name.
  await parts.profiles.save(programme.name, new Map([[personId, { profile, corrections: [] }]]));
  const holder = { lastName, firstName, phone: e164 };
  const answer = await bookAppointment({ ...asked, personId, numberKey, holder }, scope, ports);
  if (answer.type === 'refused') {
    throw new HttpError(409, answer.fault);
  }
  return shown(answer.appointment);
}

export async function moved(appointmentId: string, request: AppointmentRequest) {
  const { event, programme, parts, ports, scope } = request;
  const fields = membersOf(jsonBody(event));
  const slotAt = readSlotAt(fields);
  if (typeof slotAt !== 'string') {
    throw new HttpError(400, slotAt.fault);
  }
  const known = await ports.appointments.find(programme.name, appointmentId);
  const profile = known && (await parts.profiles.reveal(programme.name, [known.personId])).get(known.personId)?.profile;
  if (profile === undefined) {
    throw new HttpError(
      404,
      'Ce rendez-vous n’existe pas, ou la personne a demandé à être oubliée : prenez-en un nouveau.',
    );
  }
  const { lastName, firstName, phones } = profile;
  const holder = { lastName, firstName, phone: phones[0]?.e164 ?? '' };
  const siteId = typeof fields['siteId'] === 'string' ? fields['siteId'] : '';
  const answer = await moveAppointment(appointmentId, { siteId, slotAt, holder }, scope, ports);
  if (answer.type === 'refused') {
    throw new HttpError(409, answer.fault);
  }
  return shown(answer.appointment);
}

async function personOf(form: BookingForm, { programme, parts, scope }: AppointmentRequest) {
  const { numberKey, phone, contactId, appointmentId } = form;
  if (phone !== undefined) {
    const { name, defaultCountry } = programme;
    const found = await identify(
      { programme: name, number: phone, defaultCountry, callId: contactId ?? appointmentId },
      parts,
    );
    if ('problem' in found) {
      throw new HttpError(400, 'Ce numéro n’existe pas ou ne peut pas être appelé : demandez-le de nouveau.');
    }
    return found;
  }
  const person = numberKey === undefined ? undefined : await parts.people.reveal(scope.programme, numberKey);
  if (person === undefined || numberKey === undefined) {
    throw new HttpError(404, 'Le numéro de cette personne n’est plus connu : demandez-le, puis saisissez-le.');
  }
  return { ...person, numberKey };
}

function accepted<T extends object>(read: T | { readonly fault: string }): T {
  if ('fault' in read) {
    throw new HttpError(400, read.fault);
  }
  return read;
}
