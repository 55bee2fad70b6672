import { contactAttributes as names } from '../../contracts/attributes.ts';
import { localDay } from '../calendar/local-time.ts';
import { answeredByCustomer, attemptResult } from '../call/attempt-result.ts';
import { contactEntry, hasFailed } from '../call/contact-entry.ts';
import type { ContactRecord } from '../call/contact-record.ts';
import type { NumberLock } from '../callback/callback-register.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import { SharedAppend } from '../journal/shared-append.ts';
import { type AttemptName, parseAttemptId } from './attempt-id.ts';
import type { CampaignRegister } from './campaign-register.ts';
import { changeRecipient } from './change-recipient.ts';
import { dispositionOf } from './disposition-of.ts';
import { findCycle } from './find-cycle.ts';
import { mergeAttempt } from './merge-attempt.ts';
import type { AttemptCall } from './recipient.ts';
import { freeNumber } from './ring-back.ts';

/** From the end of the announcement, an agent must be there within this long, or the call is a compliance abandon (design decision 8). */
const complianceMs = 2_000;

export interface AttemptRecordPorts {
  readonly campaigns: CampaignRegister;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
  readonly lock: Pick<NumberLock, 'release'>;
}

/** A record of a campaign attempt. */
export interface AttemptRecord {
  readonly record: ContactRecord;
  readonly programme: string;
  readonly attempt: AttemptName;
}

export interface FiledAttempts {
  /** What went wrong, by the index of the record. */
  readonly faults: ReadonlyMap<number, unknown>;
  /** People who answered, and those of them for whom no agent was there in time. */
  readonly answered: number;
  readonly abandoned: number;
}

/** The campaign attempt that a contact belongs to, be it our call or the person's ringing back; undefined when it is of none. */
export function attemptOfRecord({ attributes }: ContactRecord): AttemptName | undefined {
  return parseAttemptId(attributes[names.attemptId] || attributes[names.ringBackId] || '');
}

/**
 * Contact records end campaign attempts (design decision 7): files the segment of our own calls that connected (a ring-back is filed as any inbound call
 * is), and the attempt. Any repeat, any order with what agents say: same people, same journal. All entries are written together, before the people they are
 * of: a record that is given up after that has told what it changed. When they cannot be written, every record of them has failed.
 */
export async function fileAttemptRecords(
  records: readonly AttemptRecord[],
  ports: AttemptRecordPorts,
): Promise<FiledAttempts> {
  const faults = new Map<number, unknown>();
  const calls: AttemptCall[] = [];
  const journal = new SharedAppend(ports.journal, records.length);
  // Each is of another person, but for a record that came twice: its second change is tried again over the first.
  await Promise.all(
    records.map(async (one, index) => {
      try {
        calls.push(...(await fileOne(one, { ...ports, journal })));
      } catch (fault) {
        faults.set(index, fault);
      } finally {
        journal.leave();
      }
    }),
  );
  await journal.end();
  return {
    faults,
    answered: calls.filter(({ answeredByCustomer: isAnswered }) => isAnswered).length,
    abandoned: calls.filter(({ complianceAbandon }) => complianceAbandon).length,
  };
}

async function fileOne(
  { record, programme, attempt }: AttemptRecord,
  ports: AttemptRecordPorts & { readonly journal: SharedAppend },
): Promise<readonly AttemptCall[]> {
  const { initiatedAt, attributes, contactId, initialContactId, lastUpdate: at } = record;
  if (attempt.n > 0 && wasConnected(record)) {
    const { timeZone } = await ports.content.inForce(programme, 'calendar', initiatedAt);
    const numberKey = attributes[names.numberKey];
    ports.journal.keep([contactEntry(record, programme, localDay(timeZone, initiatedAt), numberKey)]);
  }
  if (attempt.n === 0 && contactId === initialContactId) {
    await freeNumber(attributes[names.numberKey] ?? '', contactId, ports.lock);
  }
  // Who rings us and is not answered is called back as any caller is: no attempt comes of it.
  if (contactId !== initialContactId || (attempt.n === 0 && record.agent === undefined)) {
    return [];
  }
  const found = await findCycle(programme, attempt, ports, at);
  if (found === undefined) {
    return [];
  }
  const { key, shards, rules } = found;
  const call = callOf(record);
  const told = { n: attempt.n, startedAt: initiatedAt, numberKey: attributes[names.numberKey] ?? '', contactId, call };
  const scope = { programme, cycle: key, recipientId: attempt.recipientId, shards, rules, at };
  await changeRecipient(scope, (one) => mergeAttempt(one, told), ports, told);
  return [call];
}

/** Of a dial that nobody answered, the attempt says all there is. */
function wasConnected(record: ContactRecord): boolean {
  const { agent, queue, contactId, initialContactId, nextContactId } = record;
  const isAlone = contactId === initialContactId && nextContactId === undefined;
  return !isAlone || agent !== undefined || queue !== undefined || hasFailed(record);
}

function callOf({ connectedAt, disconnectReason, disconnectedAt, queue, agent }: ContactRecord): AttemptCall {
  const result = attemptResult({ connectedAt, disconnectReason, agentConnectedAt: agent?.connectedAt });
  const left = agent === undefined ? disconnectedAt : (queue?.dequeuedAt ?? agent.connectedAt);
  const waited = queue === undefined ? 0 : Date.parse(left) - Date.parse(queue.enqueuedAt);
  return {
    endedAt: disconnectedAt,
    disposition: dispositionOf(result),
    talked: result === 'reached',
    ...(agent === undefined ? {} : { agent: agent.username }),
    answeredByCustomer: answeredByCustomer(result),
    complianceAbandon: answeredByCustomer(result) && waited > complianceMs,
  };
}
