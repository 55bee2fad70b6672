import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { localDay } from '../calendar/local-time.ts';
import type { Contacts } from '../call/contacts.ts';
import { callbackEntries } from '../callback/callback-entries.ts';
import type { CallbackRegister } from '../callback/callback-register.ts';
import { learn } from '../callback/learn.ts';
import { type Attempt, type NumberFacts, noFacts } from '../callback/number-facts.ts';
import type { Content } from '../content/content.ts';
import type { JournalEntry, WrapUpEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { WrapUpForm } from './wrap-up.ts';

export interface FileWrapUpPorts {
  readonly content: Content;
  readonly contacts: Pick<Contacts, 'describe'>;
  readonly journal: Journal;
  readonly register: CallbackRegister;
}

export interface WrapUpScope {
  readonly programme: string;
  readonly contactId: string;
  /** User name of the agent. */
  readonly agent: string;
  /** ISO instant. */
  readonly at: string;
}

/** `unknown-contact`: Connect has no such contact. `refused`: why, in French. */
export type WrapUpAnswer =
  | { readonly type: 'filed'; readonly entry: WrapUpEntry }
  | { readonly type: 'unknown-contact' }
  | { readonly type: 'refused'; readonly fault: string };

/**
 * Files a wrap-up (SAMPS-01, SAMPS-19, COMMON-24). The entry's time and day come from the contact, not from now, so that the same submission sent
 * again is the same entry.
 */
export async function fileWrapUp(form: WrapUpForm, scope: WrapUpScope, ports: FileWrapUpPorts): Promise<WrapUpAnswer> {
  const { programme, contactId, agent, at } = scope;
  const [schemes, motives, calendar] = await Promise.all([
    ports.content.inForce(programme, 'schemes', at),
    ports.content.inForce(programme, 'motives', at),
    ports.content.inForce(programme, 'calendar', at),
  ]);
  const fault = notOneOf('scheme', form.scheme, schemes) ?? notOneOf('motive', form.motive, motives);
  if (fault !== undefined) {
    return { type: 'refused', fault };
  }
  const contact = await ports.contacts.describe(contactId);
  const root =
    contact === undefined || contact.initialContactId === contactId
      ? contact
      : await ports.contacts.describe(contact.initialContactId);
  if (contact === undefined || root === undefined) {
    return { type: 'unknown-contact' };
  }
  const talkedAt = contact.agentConnectedAt ?? contact.initiatedAt;
  const entry: WrapUpEntry = {
    kind: 'wrap-up',
    programme,
    day: localDay(calendar.timeZone, root.initiatedAt),
    time: talkedAt,
    id: `wrap-up#${form.clientId}`,
    contactId,
    scheme: form.scheme,
    motive: form.motive,
    agent,
    revision: form.revision,
  };
  const manual = await manualCallback(form, scope, talkedAt, calendar, ports);
  await ports.journal.append([entry, ...manual]);
  return { type: 'filed', entry };
}

/** A person dialled by hand was talked to: that is the attempt which reached them (design decision 18). */
async function manualCallback(
  { callback, scheme }: WrapUpForm,
  { programme, contactId, at }: WrapUpScope,
  talkedAt: string,
  calendar: ProgrammeCalendar,
  { register, content }: FileWrapUpPorts,
): Promise<readonly JournalEntry[]> {
  if (callback === undefined) {
    return [];
  }
  const { callbackId, numberKey } = callback;
  const attempt: Attempt = {
    id: `${callbackId}-manual-${contactId}`,
    n: 1,
    kind: 'manual',
    callbackId,
    day: localDay(calendar.timeZone, talkedAt),
    scheme,
    startedAt: talkedAt,
    state: 'ended',
    contactId,
    result: 'reached',
    endedAt: talkedAt,
    talkedAt,
    answeredByCustomer: true,
  };
  const told: NumberFacts = { ...noFacts, attempts: [attempt] };
  const rules = { calendar, callbackPolicy: await content.inForce(programme, 'callbackPolicy', at) };
  return callbackEntries(programme, numberKey, told, await learn(register, programme, numberKey, told, rules));
}

function notOneOf(
  field: string,
  code: string,
  accepted: readonly { readonly code: string; readonly label: string }[],
): string | undefined {
  if (accepted.some((one) => one.code === code)) {
    return undefined;
  }
  const list = accepted.map((one) => `${one.code} (${one.label})`).join(', ');
  return `Le champ « ${field} » vaut « ${code} » ; valeurs acceptées : ${list}.`;
}
