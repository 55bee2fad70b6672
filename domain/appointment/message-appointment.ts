import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, epochMs, instantOf, isoInstant, localDay, localTime } from '../calendar/local-time.ts';
import { messagesScope } from '../consent/consent.ts';
import { type ConsentPorts, noteConsent } from '../consent/note-consent.ts';
import type { Links, LinkTokens } from '../link/links.ts';
import { openLink } from '../link/open-link.ts';
import type { MessageOrder } from '../message/message-order.ts';
import type { MessagePorts } from '../message/message-ports.ts';
import { planMessages } from '../message/plan-messages.ts';
import { respelt } from '../message/spelling.ts';
import { withdrawMessages } from '../message/withdraw-messages.ts';
import { parsePhone } from '../phone/phone-number.ts';
import type { Appointment } from './appointment.ts';
import type { AppointmentTexts } from './appointment-texts.ts';

export interface AppointmentTextPorts {
  readonly messages: MessagePorts;
  readonly consent: ConsentPorts;
  readonly links: { readonly tokens: LinkTokens; readonly links: Pick<Links, 'open'> };
}

/** Codes of the templates, whose fields are `jour`, `heure`, `lieu`. */
const confirmationTemplate = 'rdv-confirmation';
const reminderTemplate = 'rdv-rappel';
/** What the link of these messages is about: stopping them all. */
const appointmentOccasion = 'rendez-vous';
/** Words by which the agent asks whether they may write (docs/appointments.md). */
const consentText = 'rdv-accord-1';
/** Local time of the reminder, the day before. */
const reminderTime = '10:00';
/** A link is of use for as long as somebody may look at an old message. */
const linkDays = 400;
/** Characters of a place. */
const placeLength = 24;

/** Texts of appointments through the engine of messages (SAMPS-27): its quiet hours, its consents, its STOP. Nothing where nobody agreed or has a mobile. */
export function messageAppointment({ messages, consent, links }: AppointmentTextPorts): AppointmentTexts {
  return {
    async follow(programme, appointment, { at, holder }) {
      if (!appointment.texts) {
        return;
      }
      const calendar = await messages.content.inForce(programme, 'calendar', at);
      const gone = Array.from({ length: appointment.revision - (appointment.state === 'booked' ? 1 : 0) }, (_, index) =>
        planned(appointment, index + 1),
      ).flat();
      await withdrawMessages(programme, gone, at, messages);
      const isMobile = holder !== undefined && isMobileNumber(holder.phone);
      if (appointment.state !== 'booked' || !isMobile) {
        return;
      }
      const { personId, takenBy } = appointment;
      const fact = {
        scope: messagesScope,
        change: 'given',
        at: appointment.takenAt,
        channel: 'agent',
        textVersion: consentText,
        by: takenBy,
      } as const;
      await noteConsent({ programme, timeZone: calendar.timeZone, holder: { subject: personId }, fact }, consent);
      const expiresAt = isoInstant(epochMs(appointment.takenAt) + linkDays * 86_400_000);
      await openLink(
        { programme, purpose: 'stop', subject: personId, occasion: appointmentOccasion, expiresAt },
        links,
      );
      await planMessages(ordersOf(programme, appointment, { at, calendar, expiresAt }), messages);
    },
  };
}

/** A confirmation now; a reminder the day before, where there is a day before that is still to come. */
function ordersOf(
  programme: string,
  appointment: Appointment,
  {
    at,
    calendar: { timeZone },
    expiresAt,
  }: { readonly at: string; readonly calendar: ProgrammeCalendar; readonly expiresAt: string },
): readonly MessageOrder[] {
  const { slotAt, site, revision } = appointment;
  const day = localDay(timeZone, slotAt);
  const remindAt = instantOf(timeZone, addDays(day, -1), reminderTime);
  const fields = { jour: day, heure: localTime(timeZone, slotAt), lieu: respelt(site).slice(0, placeLength).trim() };
  const link = { purpose: 'stop', occasion: appointmentOccasion, expiresAt } as const;
  return planned(appointment, revision).flatMap((message) => {
    const sendAt = message.template === reminderTemplate ? remindAt : at;
    return sendAt < at ? [] : [{ ...message, programme, fields, link, at: sendAt, notAfter: slotAt }];
  });
}

/** The messages of one state of an appointment, whatever they say: what takes them back needs no more. */
function planned({ appointmentId, personId, slotAt }: Appointment, revision: number) {
  return [confirmationTemplate, reminderTemplate].map(
    (template): Omit<MessageOrder, 'programme' | 'at'> => ({
      ...{ id: `${template}-${appointmentId}-${revision}`, subject: personId, template, fields: {} },
      ...{
        notAfter: slotAt,
        purpose: template === reminderTemplate ? 'reminder' : 'information',
        occasion: appointmentOccasion,
      },
    }),
  );
}

function isMobileNumber(e164: string): boolean {
  const parsed = parsePhone(e164, 'NC');
  return !('problem' in parsed) && parsed.kind === 'mobile';
}
