import { openingAt } from '../calendar/opening.ts';
import { answeredByCustomer, attemptResult } from '../call/attempt-result.ts';
import type { DescribedContact } from '../call/contacts.ts';
import { attemptIdOf } from './attempt-id.ts';
import { changeRecipient } from './change-recipient.ts';
import { place, refuse, subjectOf } from './dial-recipient.ts';
import {
  type CycleScope,
  type DispatchPorts,
  isFree,
  isStillDue,
  later,
  leaseMs,
  lockMs,
  registerOf,
} from './dispatch-run.ts';
import { dispositionOf } from './disposition-of.ts';
import { partitionsOf } from './due-partitions.ts';
import { mergeAttempt, type ToldAttempt } from './merge-attempt.ts';
import type { AttemptCall, CampaignAttempt, Recipient } from './recipient.ts';

/** A record comes within a minute or two of the end of a contact: after this long, what DescribeContact says is taken instead. */
const recordPatienceMs = 15 * 60_000;
/** So long after a conversation, its agent will not say any more what came of it. */
const wrapUpPatienceMs = 30 * 60_000;
const pageSize = 50;

/**
 * Settles attempts of which nothing more was heard (design decision 7): who was claimed stands where they were due, before everyone who was not, so that
 * the first lines of each partition are looked at and no more. Answers how many were settled.
 */
export async function settleLeases(scope: CycleScope, ports: DispatchPorts): Promise<number> {
  const { run, cycle, key, rules } = scope;
  let settled = 0;
  for (const partition of partitionsOf(key, cycle, rules)) {
    let after: string | undefined;
    for (;;) {
      const until = later(run.at, -leaseMs);
      const range = { until, limit: pageSize, ...(after === undefined ? {} : { after }) };
      const lines = await ports.campaigns.due(run.programme, partition, range);
      const ids = lines.map(({ recipientId }) => recipientId);
      const found = ids.length === 0 ? [] : await ports.campaigns.read(run.programme, key, ids);
      const pending = found.flatMap((recipient) => {
        const attempt = recipient.attempts.find((one) => !isOver(one));
        return attempt === undefined ? [] : [{ recipient, attempt }];
      });
      for (const { recipient, attempt } of pending) {
        settled += (await settle(scope, recipient, attempt, ports)) ? 1 : 0;
      }
      after = lines.at(-1)?.position;
      if (lines.length < pageSize || pending.length === 0) {
        break;
      }
    }
  }
  return settled;
}

/** All is known of it: how the call went, and where somebody was talked to, what came of it. */
function isOver({ call, said }: CampaignAttempt): boolean {
  return call !== undefined && (!call.talked || said !== undefined);
}

async function settle(
  scope: CycleScope,
  recipient: Recipient,
  attempt: CampaignAttempt,
  ports: DispatchPorts,
): Promise<boolean> {
  const { at } = scope.run;
  const { call, contactId } = attempt;
  // Who rings us was not claimed: what their agent said is the first that is known of the call.
  const leaseUntil = attempt.leaseUntil ?? (attempt.said && later(attempt.said.at, leaseMs));
  const tell = async (news: Omit<ToldAttempt, 'n' | 'startedAt' | 'numberKey'>) => {
    const { n, startedAt, numberKey } = attempt;
    const change = (one: Recipient) =>
      mergeAttempt(one, { n, startedAt, numberKey, ...(contactId && { contactId }), ...news });
    await changeRecipient(subjectOf(scope, recipient), change, ports, attempt);
    return true;
  };
  if (call?.talked === true) {
    const said = { disposition: 'unqualified', at: call.endedAt, agent: call.agent ?? '', revision: 0 } as const;
    return later(call.endedAt, wrapUpPatienceMs) <= at && (await tell({ said }));
  }
  if (leaseUntil === undefined || leaseUntil > at) {
    return false;
  }
  const known = contactId ?? (await contactOf(scope, recipient, attempt, ports));
  if (known === 'later') {
    return false;
  }
  const contact = known === undefined ? undefined : await ports.contacts.describe(known);
  if (known !== undefined && contact !== undefined && !isSettled(contact, at)) {
    // Ringing, talking, or the record is on its way.
    if (attempt.n > 0) {
      await ports.lock.acquire(attempt.numberKey, attemptIdOf({ ...recipient, n: attempt.n }), later(at, lockMs), at);
    }
    return await tell({ contactId: known, leaseUntil: later(at, leaseMs) });
  }
  const end = contact === undefined ? indeterminate(leaseUntil) : callOf(contact);
  return await tell({ call: end, ...(known === undefined ? {} : { contactId: known }) });
}

/**
 * The contact of a claim of which only the id is known: the same token again answers the contact that there was, or dials now what a crash left undone.
 * Undefined = the person may not be rung any more, or not without their agent; `later` = ask again at the next tick.
 */
async function contactOf(
  scope: CycleScope,
  recipient: Recipient,
  attempt: CampaignAttempt,
  ports: DispatchPorts,
): Promise<string | undefined> {
  const { run, cycle, rules } = scope;
  const { programme, at } = run;
  // Nobody is called whom no agent has read about: unless the one who had is there, the person is offered again as their next attempt.
  const reader = scope.type.mode === 'preview' ? recipient.preview : undefined;
  if (scope.type.mode === 'preview' && (reader === undefined || !(await isFree(reader.agent, run, ports)))) {
    return undefined;
  }
  if (cycle.until <= at || cycle.state === 'closing' || openingAt(rules.calendar, at).state === 'closed') {
    return undefined;
  }
  const [isRemoved, person, isDue] = await Promise.all([
    registerOf(scope, ports).removed(programme, recipient.recipientId),
    ports.people.reveal(programme, attempt.numberKey),
    isStillDue(scope, recipient, ports),
  ]);
  if (isRemoved || !isDue || person === undefined) {
    return undefined;
  }
  const id = attemptIdOf({ ...recipient, n: attempt.n });
  if (!(await ports.lock.acquire(attempt.numberKey, id, later(at, lockMs), at))) {
    return 'later';
  }
  const { e164, personId } = person;
  const outcome = await place(
    { scope, recipient, attempt, e164, personId, ...(reader && { agentId: reader.agentId }) },
    ports,
  );
  if (outcome.type === 'refused') {
    await refuse(scope, recipient, attempt, ports);
  }
  return outcome.type === 'dialled' ? outcome.contactId : 'later';
}

function isSettled({ disconnectedAt }: DescribedContact, at: string): boolean {
  return disconnectedAt !== undefined && later(disconnectedAt, recordPatienceMs) <= at;
}

function callOf(contact: DescribedContact): AttemptCall {
  const result = attemptResult(contact);
  return {
    endedAt: contact.disconnectedAt ?? contact.initiatedAt,
    disposition: dispositionOf(result),
    answeredByCustomer: answeredByCustomer(result),
    complianceAbandon: result === 'abandoned-before-agent',
    talked: result === 'reached',
  };
}

/** Ended when its lease did: a fact of the claim, the same whenever it is settled. */
function indeterminate(endedAt: string): AttemptCall {
  return { endedAt, disposition: 'indeterminate', talked: false, answeredByCustomer: false, complianceAbandon: false };
}
