import { contactAttributes as names } from '../../contracts/attributes.ts';
import { localDay } from '../calendar/local-time.ts';
import { callbackEntries } from '../callback/callback-entries.ts';
import type { CallbackRegister, NumberLock } from '../callback/callback-register.ts';
import { learn } from '../callback/learn.ts';
import type { NumberFacts } from '../callback/number-facts.ts';
import { type IdentifyPorts, identify } from '../caller/identify.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import { callFacts } from './call-facts.ts';
import { chainRoot } from './chain-root.ts';
import { contactEntry } from './contact-entry.ts';
import type { ContactRecord } from './contact-record.ts';
import type { Contacts } from './contacts.ts';

export interface FileContactRecordPorts extends IdentifyPorts {
  readonly content: Content;
  readonly journal: Journal;
  readonly register: CallbackRegister;
  readonly lock: NumberLock;
  readonly contacts: Contacts;
}

/** Where a record belongs. */
export interface RecordScope {
  readonly programme: string;
  readonly defaultCountry: 'NC' | 'FR';
}

/**
 * Files one contact record: journal entry of the segment, and what it tells of callbacks (SAMPS-04). Idempotent and independent of order: any
 * repeat, and a second run after a crash anywhere, end in the same register and the same journal.
 */
export async function fileContactRecord(
  record: ContactRecord,
  { programme, defaultCountry }: RecordScope,
  ports: FileContactRecordPorts,
): Promise<void> {
  const root = await chainRoot(record, ports.contacts);
  const [calendar, callbackPolicy] = await Promise.all([
    ports.content.inForce(programme, 'calendar', root.startedAt),
    ports.content.inForce(programme, 'callbackPolicy', root.startedAt),
  ]);
  const rules = { calendar, callbackPolicy };
  const told = callFacts(record, root, rules);
  const numberKey = await numberKeyOf(record, programme, defaultCountry, ports, told);
  const day = localDay(calendar.timeZone, root.startedAt);
  const entry = contactEntry(record, programme, day, numberKey);
  if (numberKey === undefined || isNothing(told)) {
    await ports.journal.append([entry]);
    return;
  }
  const known = await learn(ports.register, programme, numberKey, told, rules);
  await stopKeptPlaces(told, known, ports.contacts);
  await ports.journal.append([entry, ...callbackEntries(programme, numberKey, told, known)]);
  for (const attempt of told.attempts) {
    await ports.lock.release(numberKey, attempt.id);
  }
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
