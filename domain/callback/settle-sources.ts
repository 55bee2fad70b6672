import { answeredByCustomer, attemptResult, talkStart } from '../call/attempt-result.ts';
import type { DescribedContact } from '../call/contacts.ts';
import { callbackEntries } from './callback-entries.ts';
import { callbackIdOf, openCallback } from './callbacks-of.ts';
import { type DispatchContext, refreshDue } from './dispatch-context.ts';
import { learn } from './learn.ts';
import { later, recordPatienceMs } from './lease.ts';
import { isPending } from './next-step.ts';
import { type Attempt, type NumberFacts, noFacts, type Source } from './number-facts.ts';

/** Asks Connect about calls that announced a callback, and places kept in its queues, of which no record has come. */
export async function settleSources(numberKey: string, context: DispatchContext): Promise<void> {
  const { ports, programme, at, rules } = context;
  const { facts } = await ports.register.read(programme, numberKey);
  const pending = (openCallback(facts, at)?.sources ?? []).filter((source) => isPending(source, facts));
  if (pending.length === 0) {
    await refreshDue(numberKey, context);
    return;
  }
  const told: NumberFacts[] = [];
  for (const source of pending) {
    const contactId = source.certainty === 'announced' ? source.callId : (source.keptPlaceContactId ?? source.callId);
    told.push(settled(source, await ports.contacts.describe(contactId), at));
  }
  const all = {
    ...noFacts,
    sources: told.flatMap(({ sources }) => sources),
    attempts: told.flatMap(({ attempts }) => attempts),
  };
  const known = await learn(ports.register, programme, numberKey, all, rules);
  await ports.journal.append(callbackEntries(programme, numberKey, all, known));
}

function settled(source: Source, contact: DescribedContact | undefined, at: string): NumberFacts {
  const endedAt = contact?.disconnectedAt;
  if (contact !== undefined && (endedAt === undefined || later(endedAt, recordPatienceMs) > at)) {
    return { ...noFacts, sources: [{ ...source, checkAt: later(at, recordPatienceMs) }] };
  }
  if (source.certainty !== 'announced') {
    return { ...noFacts, attempts: [keptPlace(source, contact)] };
  }
  if (contact?.agentConnectedAt !== undefined) {
    // The caller was answered after all: that call asks for nothing.
    const { contactId, initiatedAt: startedAt, agentConnectedAt: talkedAt } = contact;
    return { ...noFacts, conversations: [{ contactId, callId: source.callId, startedAt, talkedAt }] };
  }
  return { ...noFacts, sources: [{ ...source, certainty: 'described', endedAt: endedAt ?? source.endedAt }] };
}

/** The end of a kept place, told as its record would tell it. */
function keptPlace(source: Source, contact: DescribedContact | undefined): Attempt {
  const result = contact === undefined ? 'indeterminate' : attemptResult(contact);
  const talkedAt = result === 'reached' && contact !== undefined ? talkStart(contact) : undefined;
  const id = source.keptPlaceContactId ?? source.callId;
  return {
    id,
    n: 1,
    kind: 'keep-place',
    callbackId: callbackIdOf(source.callId),
    day: source.day,
    scheme: source.scheme,
    startedAt: contact?.initiatedAt ?? source.endedAt,
    callId: source.callId,
    state: 'ended',
    contactId: id,
    result,
    endedAt: contact?.disconnectedAt ?? source.endedAt,
    answeredByCustomer: answeredByCustomer(result),
    ...(talkedAt !== undefined && { talkedAt }),
  };
}
