import { tables } from '../../contracts/tables.ts';
import type { AppointmentTexts } from '../../domain/appointment/appointment-texts.ts';
import { messageAppointment } from '../../domain/appointment/message-appointment.ts';
import { linkPortsFromEnv } from './link-ports.ts';
import { consentPortsFromEnv, messagePortsFromEnv } from './message-ports.ts';

/** What is written to whoever has an appointment; absent where nobody is written to. */
export function appointmentTextsFromEnv(): { readonly texts?: AppointmentTexts } {
  if (process.env[tables.messages.env] === undefined || process.env[tables.links.env] === undefined) {
    return {};
  }
  const texts = messageAppointment({
    messages: messagePortsFromEnv(),
    consent: consentPortsFromEnv(),
    links: linkPortsFromEnv(),
  });
  return { texts };
}
