import { contactAttributes as names } from '../../contracts/attributes.ts';
import { localDay } from '../calendar/local-time.ts';
import { answeredByCustomer, attemptResult } from '../call/attempt-result.ts';
import { contactEntry } from '../call/contact-entry.ts';
import type { ContactRecord } from '../call/contact-record.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import { type AttemptName, parseAttemptId } from './attempt-id.ts';
import type { CampaignRegister } from './campaign-register.ts';
import { changeRecipient } from './change-recipient.ts';
import { dispositionOf } from './disposition-of.ts';
import { findCycle } from './find-cycle.ts';
import { mergeAttempt } from './merge-attempt.ts';
import type { AttemptCall } from './recipient.ts';

/** From the end of the announcement, an agent must be there within this long, or the call is a compliance abandon (design decision 8). */
const complianceMs = 2_000;

export interface AttemptRecordPorts {
  readonly campaigns: CampaignRegister;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
}

/** The campaign attempt that a contact belongs to, be it our call or the person's ringing back; undefined when it is of none. */
export function attemptOfRecord({ attributes }: ContactRecord): AttemptName | undefined {
  return parseAttemptId(attributes[names.attemptId] || attributes[names.ringBackId] || '');
}

/**
 * The contact record ends a campaign attempt (design decision 7). Files the segment, unless `isFiled` already (a ring-back is an inbound call as any
 * other), and the attempt. Any repeat, any order with what the agent says: same recipient, same journal.
 */
export async function fileAttemptRecord(
  record: ContactRecord,
  attempt: AttemptName,
  programme: string,
  ports: AttemptRecordPorts,
  isFiled = false,
): Promise<void> {
  const at = record.lastUpdate;
  const calendar = await ports.content.inForce(programme, 'calendar', record.initiatedAt);
  if (!isFiled) {
    const day = localDay(calendar.timeZone, record.initiatedAt);
    await ports.journal.append([contactEntry(record, programme, day, record.attributes[names.numberKey])]);
  }
  const isRoot = record.contactId === record.initialContactId;
  // Who rings us and is not answered is called back as any caller is: no attempt comes of it.
  if (!isRoot || (attempt.n === 0 && record.agent === undefined)) {
    return;
  }
  const found = await findCycle(programme, attempt, ports);
  if (found === undefined) {
    return;
  }
  const { key, shards, rules } = found;
  const told = {
    n: attempt.n,
    startedAt: record.initiatedAt,
    numberKey: record.attributes[names.numberKey] ?? '',
    contactId: record.contactId,
    call: callOf(record),
  };
  const scope = { programme, cycle: key, recipientId: attempt.recipientId, shards, rules, at };
  await changeRecipient(scope, (one) => mergeAttempt(one, told), ports, attempt.n);
}

function callOf({ connectedAt, disconnectReason, disconnectedAt, queue, agent }: ContactRecord): AttemptCall {
  const result = attemptResult({ connectedAt, disconnectReason, agentConnectedAt: agent?.connectedAt });
  const waited = queue && Date.parse(agent?.connectedAt ?? disconnectedAt) - Date.parse(queue.enqueuedAt);
  return {
    endedAt: disconnectedAt,
    disposition: dispositionOf(result),
    talked: result === 'reached',
    ...(agent === undefined ? {} : { agent: agent.username }),
    answeredByCustomer: answeredByCustomer(result),
    complianceAbandon: answeredByCustomer(result) && waited !== undefined && waited > complianceMs,
  };
}
