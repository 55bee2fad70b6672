import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { messagesScope } from '../consent/consent.ts';
import { type ConsentPorts, noteConsent } from '../consent/note-consent.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { MessagePorts } from '../message/message-ports.ts';
import type { MessageRules } from '../message/message-rules.ts';
import { planMessages } from '../message/plan-messages.ts';
import { nextSendable } from '../message/quiet-hours.ts';
import type { Profiles } from '../recipient/profiles.ts';
import type { TextLog } from './text-log.ts';
import { codeOfText, type TextSubject } from './text-name.ts';

/** What having texts of published content sent takes beside the people. */
export interface DeskTexting {
  readonly base: Pick<KnowledgeBase, 'published'>;
  readonly messages: MessagePorts;
  readonly consent: ConsentPorts;
  readonly log: Pick<TextLog, 'note'>;
}

interface SendDeskTextPorts extends Omit<DeskTexting, 'base'> {
  readonly profiles: Pick<Profiles, 'save' | 'reveal'>;
}

export interface DeskTextOrder {
  readonly programme: string;
  /** The call during which it is asked for. */
  readonly contactId: string;
  readonly subject: TextSubject;
  readonly personId: string;
  readonly e164: string;
  /** User name of the agent who asked the person. */
  readonly agent: string;
  readonly at: string;
}

/** Words by which the agent asks whether they may write (docs/messages.md). */
const consentText = 'sms-accord-1';
/** A Saturday evening before a holiday: the first hour in which one may write is within it. */
const waitMs = 4 * 86_400_000;

/** One text a contact, a person and what it says: asked for again, it is the same message, which leaves once. At most 100 characters. */
function deskTextId({ contactId, personId, subject }: Omit<DeskTextOrder, 'e164' | 'agent' | 'at'>): string {
  return `${idsOfContact(contactId)}${personId.slice(0, 8)}-${codeOfText(subject).slice(0, 46)}`;
}

/** How the ids of all texts of a contact begin. */
export function idsOfContact(contactId: string): string {
  return `sms-${contactId}-`;
}

/** Writes down that the person agreed, and has the text sent. Answers its id, and when it may leave. */
export async function sendDeskText(
  order: DeskTextOrder,
  { calendar, rules }: { readonly calendar: ProgrammeCalendar; readonly rules: MessageRules },
  { messages, consent, profiles, log }: SendDeskTextPorts,
): Promise<{ readonly messageId: string; readonly leavesAt: string }> {
  const { programme, subject, personId, e164, agent, at } = order;
  await keepNumber(programme, personId, e164, profiles);
  const fact = {
    ...({ scope: messagesScope, change: 'given', channel: 'agent' } as const),
    ...{ at, textVersion: consentText, by: agent },
  };
  await noteConsent({ programme, timeZone: calendar.timeZone, holder: { subject: personId }, fact }, consent);
  const messageId = deskTextId(order);
  const notAfter = new Date(Date.parse(at) + waitMs).toISOString();
  await planMessages(
    [
      {
        ...{ id: messageId, programme, subject: personId, template: codeOfText(subject), fields: {} },
        ...{ at, notAfter, purpose: 'information', occasion: 'appel' },
      },
    ],
    messages,
  );
  await log.note(programme, personId, { messageId, code: codeOfText(subject), at });
  const place = { zones: [calendar.timeZone], holidays: calendar.holidays };
  return { messageId, leavesAt: nextSendable(rules.quietHours, place, at) };
}

/** The number is read as the message leaves, from what is kept of the person under their own key. What else is kept of them stays. */
async function keepNumber(
  programme: string,
  personId: string,
  e164: string,
  profiles: SendDeskTextPorts['profiles'],
): Promise<void> {
  const kept = (await profiles.reveal(programme, [personId])).get(personId);
  const { phones = [] } = kept?.profile ?? {};
  if (phones.some((phone) => phone.e164 === e164)) {
    return;
  }
  const unnamed = { lastName: '', firstName: '', reasons: [], impairments: [] };
  const profile = { ...(kept?.profile ?? unnamed), phones: [{ e164, kind: 'mobile' } as const, ...phones] };
  await profiles.save(programme, new Map([[personId, { corrections: [], ...kept, profile }]]));
}
