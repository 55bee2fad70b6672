import { answeredByCustomer, attemptResult, talkStart } from '../call/attempt-result.ts';
import { openCallback } from './callbacks-of.ts';
import { endAttempt, placeClaimed } from './dial-number.ts';
import { type DispatchContext, refreshDue } from './dispatch-context.ts';
import { learn } from './learn.ts';
import { later, leaseMs, recordPatienceMs } from './lease.ts';
import { type Attempt, noFacts } from './number-facts.ts';

/**
 * Settles an attempt whose lease ran out (design decision 7): Connect is asked when the contact is known; else the same token is dialled again
 * while the person may still be called; else the attempt is given up as indeterminate, and counted as one.
 */
export async function settleAttempt(numberKey: string, context: DispatchContext): Promise<void> {
  const { ports, programme, at } = context;
  const item = await ports.register.read(programme, numberKey);
  const { facts } = item;
  const attempt = facts.attempts.find(({ state, kind }) => state !== 'ended' && kind === 'dialled');
  if (attempt === undefined || attempt.leaseUntil === undefined || attempt.leaseUntil > at) {
    await refreshDue(numberKey, context);
  } else if (attempt.contactId !== undefined) {
    await settleContact(numberKey, attempt, attempt.contactId, context);
  } else if (openCallback(facts, at) !== undefined) {
    if (await ports.lock.acquire(numberKey, attempt.id, later(at, leaseMs), at)) {
      await placeClaimed(numberKey, attempt, context, item);
    }
  } else {
    await endAttempt(numberKey, indeterminate(attempt), context);
  }
}

async function settleContact(
  numberKey: string,
  attempt: Attempt,
  contactId: string,
  context: DispatchContext,
): Promise<void> {
  const { ports, programme, at, rules } = context;
  const contact = await ports.contacts.describe(contactId);
  if (contact === undefined) {
    await endAttempt(numberKey, indeterminate(attempt), context);
  } else if (contact.disconnectedAt === undefined || later(contact.disconnectedAt, recordPatienceMs) > at) {
    // Still talking, or the record is on its way.
    const renewed: Attempt = { ...attempt, leaseUntil: later(at, leaseMs) };
    await ports.lock.acquire(numberKey, attempt.id, later(at, leaseMs), at);
    await learn(ports.register, programme, numberKey, { ...noFacts, attempts: [renewed] }, rules);
  } else {
    const result = attemptResult(contact);
    const talkedAt = result === 'reached' ? talkStart(contact) : undefined;
    await endAttempt(
      numberKey,
      {
        ...attempt,
        state: 'ended',
        result,
        endedAt: contact.disconnectedAt,
        answeredByCustomer: answeredByCustomer(result),
        ...(talkedAt !== undefined && { talkedAt }),
      },
      context,
    );
  }
}

/** Ended when its lease did: a fact of the claim, the same whenever it is settled. */
function indeterminate(attempt: Attempt): Attempt {
  return {
    ...attempt,
    state: 'ended',
    result: 'indeterminate',
    endedAt: attempt.leaseUntil ?? attempt.startedAt,
    answeredByCustomer: false,
  };
}
