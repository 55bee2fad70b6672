import { contactAttributes as names } from '../../contracts/attributes.ts';
import { localDay } from '../calendar/local-time.ts';
import { callbackEntries } from '../callback/callback-entries.ts';
import type { CallbackRegister, NumberItem, NumberLock } from '../callback/callback-register.ts';
import { learn } from '../callback/learn.ts';
import { type NumberFacts, noFacts } from '../callback/number-facts.ts';
import type { Rules } from '../callback/rules.ts';
import { type IdentifyPorts, identify } from '../caller/identify.ts';
import type { Content } from '../content/content.ts';
import type { ContactEntry, JournalEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { callFacts } from './call-facts.ts';
import { chainRoot } from './chain-root.ts';
import { callbackRequest, contactEntry } from './contact-entry.ts';
import type { ContactRecord } from './contact-record.ts';
import type { Contacts } from './contacts.ts';

export interface FileContactRecordPorts extends IdentifyPorts {
  readonly content: Content;
  readonly journal: Journal;
  readonly register: CallbackRegister;
  readonly lock: NumberLock;
  readonly contacts: Contacts;
}

/** A record and where it belongs. */
export interface RecordToFile {
  readonly record: ContactRecord;
  readonly programme: string;
  readonly defaultCountry: 'NC' | 'FR';
}

/** A record whose call and number are known. */
export interface PlacedRecord extends RecordToFile {
  readonly rules: Rules;
  readonly entry: ContactEntry;
  /** Absent when the record tells nothing of callbacks. */
  readonly told?: { readonly numberKey: string; readonly facts: NumberFacts };
}

/** Finds the call a record belongs to, and its number's key; who was never identified is now if need be. */
export async function placeRecord(order: RecordToFile, ports: FileContactRecordPorts): Promise<PlacedRecord> {
  const { record, programme, defaultCountry } = order;
  const root = await chainRoot(record, ports.contacts);
  const [calendar, callbackPolicy] = await Promise.all([
    ports.content.inForce(programme, 'calendar', root.startedAt),
    ports.content.inForce(programme, 'callbackPolicy', root.startedAt),
  ]);
  const rules = { calendar, callbackPolicy };
  const facts = callFacts(record, root, rules);
  const numberKey = await numberKeyOf(record, programme, defaultCountry, ports, facts);
  const entry = contactEntry(record, programme, localDay(calendar.timeZone, root.startedAt), numberKey);
  return {
    ...order,
    rules,
    entry,
    ...(numberKey !== undefined && !isNothing(facts) && { told: { numberKey, facts } }),
  };
}

/** Tells the register what a record says, and answers all that the journal is to hold of it. */
export async function settleRecord(
  { record, programme, rules, entry, told }: PlacedRecord,
  { register, contacts }: Pick<FileContactRecordPorts, 'register' | 'contacts'>,
): Promise<readonly JournalEntry[]> {
  if (told === undefined) {
    return [entry];
  }
  const { numberKey, facts } = told;
  const known = await learn(register, programme, numberKey, facts, rules, believedOf(record));
  await stopKeptPlaces(facts, known, contacts);
  return [entry, ...callbackEntries(programme, numberKey, facts, known)];
}

/** The first call of a number that asked for nothing: the register has never heard of it. */
function believedOf(record: ContactRecord): NumberItem | undefined {
  const { attributes, contactId, initialContactId } = record;
  const isFirst = attributes[names.knownPerson] === 'no' && contactId === initialContactId;
  return isFirst && callbackRequest(record) === undefined ? { facts: noFacts, version: 0 } : undefined;
}

/** The flow's own key; else the caller was never identified during the call (the context handler failed), and is now if need be. */
async function numberKeyOf(
  record: ContactRecord,
  programme: string,
  defaultCountry: 'NC' | 'FR',
  ports: IdentifyPorts,
  told: NumberFacts,
): Promise<string | undefined> {
  const flowKey = record.attributes[names.numberKey];
  if (flowKey || record.customerNumber === undefined || isNothing(told)) {
    return flowKey || undefined;
  }
  const { customerNumber: number, initialContactId: callId } = record;
  const caller = await identify({ programme, number, defaultCountry, callId }, ports);
  return 'problem' in caller ? undefined : caller.numberKey;
}

/** Someone was talked to: places that the queue keeps for their earlier calls are given up (design decision 10). */
async function stopKeptPlaces(told: NumberFacts, known: NumberFacts, contacts: Contacts): Promise<void> {
  const since = [
    ...told.conversations.map(({ startedAt }) => startedAt),
    ...told.attempts.filter(({ kind }) => kind !== 'keep-place').flatMap(({ talkedAt }) => talkedAt ?? []),
  ];
  const over = new Set(known.attempts.flatMap(({ kind, id }) => (kind === 'keep-place' ? [id] : [])));
  for (const { keptPlaceContactId, startedAt } of known.sources) {
    if (keptPlaceContactId !== undefined && !over.has(keptPlaceContactId) && since.some((at) => at > startedAt)) {
      const kept = await contacts.describe(keptPlaceContactId);
      if (kept?.disconnectedAt === undefined && kept?.agentConnectedAt === undefined) {
        await contacts.stop(keptPlaceContactId);
      }
    }
  }
}

function isNothing(facts: NumberFacts): boolean {
  return facts.sources.length + facts.conversations.length + facts.attempts.length === 0;
}
