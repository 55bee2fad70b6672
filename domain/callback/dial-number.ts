import { contactAttributes as names } from '../../contracts/attributes.ts';
import { givenUpAppointments } from '../appointment/given-up-appointments.ts';
import type { People } from '../caller/people.ts';
import { callbackEntries } from './callback-entries.ts';
import type { NumberItem } from './callback-register.ts';
import { type Callback, callbacksOf, openCallback } from './callbacks-of.ts';
import { asleepIn, firstDialInstant } from './calling-hours.ts';
import { type DispatchContext, refreshDue } from './dispatch-context.ts';
import { learn, withNext } from './learn.ts';
import { claimMs, later, leaseMs } from './lease.ts';
import { mergeFacts } from './merge-facts.ts';
import { nextStep } from './next-step.ts';
import { type Attempt, type NumberFacts, noFacts } from './number-facts.ts';
import { mayDial } from './voice-reach.ts';

type Outcome = 'dialled' | 'manual' | 'throttled' | 'skipped';

/** What this run has already read of the callee. `person` is undefined when nobody is kept under the number any more. */
interface Callee {
  readonly person: Awaited<ReturnType<People['reveal']>>;
  readonly item: NumberItem;
}

/**
 * Calls one number back: the policy is checked again on the item itself (the due index may be stale), then the number's lock, then the claim by
 * one conditional write, then the dial. A crash in between leaves a lease that the next run settles.
 */
export async function dialNumber(numberKey: string, context: DispatchContext): Promise<Outcome> {
  const { ports, programme, at, rules, owner } = context;
  const item = await ports.register.read(programme, numberKey);
  const next = nextStep(item.facts, rules);
  const callback = openCallback(item.facts, at);
  if (callback === undefined || next?.type !== 'dial' || next.at > at) {
    await refreshDue(numberKey, context);
    return 'skipped';
  }
  const givenUp = await givenUpAppointments(programme, callback, ports.appointments);
  if (givenUp.length > 0) {
    // What else the number is owed is dialled at the next look.
    await learn(ports.register, programme, numberKey, { ...noFacts, sources: givenUp }, rules, item);
    return 'skipped';
  }
  const person = await ports.people.reveal(programme, numberKey);
  if (person !== undefined && !mayDial(person.e164, context.voiceReach)) {
    await learn(ports.register, programme, numberKey, { ...noFacts, channel: 'manual' }, rules, item);
    return 'manual';
  }
  const zones = person && asleepIn(person.e164, rules, at);
  if (zones !== undefined) {
    await refreshDue(numberKey, context, { ...noFacts, zones });
    return 'skipped';
  }
  const attempt = claim(callback, owner, at);
  if (!(await ports.lock.acquire(numberKey, attempt.id, later(at, leaseMs), at))) {
    return 'skipped';
  }
  const facts = mergeFacts(item.facts, { ...noFacts, attempts: [attempt] });
  const claimed = withNext(facts, item.version + 1, rules);
  if (!(await ports.register.write(programme, numberKey, claimed))) {
    await ports.lock.release(numberKey, attempt.id);
    return 'skipped';
  }
  return await place(numberKey, attempt, context, { person, item: claimed });
}

/** Goes on with a dial that this same invocation claimed before it crashed. */
export async function resumeDial(numberKey: string, context: DispatchContext): Promise<void> {
  const item = await context.ports.register.read(context.programme, numberKey);
  const attempt = item.facts.attempts.find(
    ({ state, claimedBy }) => state === 'claimed' && claimedBy === context.owner,
  );
  if (attempt !== undefined) {
    await placeClaimed(numberKey, attempt, context, item);
  }
}

/** Dials an attempt that an earlier run claimed, `item` being what is kept of its number. */
export async function placeClaimed(
  numberKey: string,
  attempt: Attempt,
  context: DispatchContext,
  item: NumberItem,
): Promise<void> {
  const { programme, at, ports, rules } = context;
  const callback = callbacksOf(item.facts, at).find(({ id }) => id === attempt.callbackId);
  const givenUp = callback === undefined ? [] : await givenUpAppointments(programme, callback, ports.appointments);
  if (givenUp.length > 0 && givenUp.length === callback?.sources.length) {
    await learn(ports.register, programme, numberKey, { ...noFacts, sources: givenUp }, rules, item);
    // Should it have been dialled all the same, its contact record says more than this.
    const ended: Attempt = { ...attempt, state: 'ended', result: 'failed', endedAt: at, answeredByCustomer: false };
    await endAttempt(numberKey, ended, context);
    return;
  }
  const person = await ports.people.reveal(programme, numberKey);
  await place(numberKey, attempt, context, { person, item });
}

/**
 * Dials a claimed attempt. Dialling it again is harmless: its id is the token. A claim that was throttled or crashed may be taken up when the
 * callee's window has closed: then it waits.
 */
async function place(
  numberKey: string,
  attempt: Attempt,
  context: DispatchContext,
  { person, item }: Callee,
): Promise<Outcome> {
  const { ports, programme, at, rules, schemes } = context;
  const zones = person && asleepIn(person.e164, rules, at);
  if (zones !== undefined) {
    await holdClaim(numberKey, attempt, zones, context);
    return 'skipped';
  }
  const scheme = schemes.find(({ code }) => code === attempt.scheme) ?? schemes.at(-1);
  if (scheme === undefined) {
    throw new Error(`Programme "${programme}" has no scheme; accepted: content "schemes" with at least one`);
  }
  const outcome =
    person === undefined
      ? ({ type: 'refused' } as const)
      : await ports.dialler.dial({
          programme,
          e164: person.e164,
          queue: scheme.queue,
          token: attempt.id,
          ringSeconds: rules.callbackPolicy.ringSeconds,
          attributes: {
            [names.programme]: programme,
            scheme: attempt.scheme,
            [names.schemeLabel]: scheme.label,
            [names.callbackId]: attempt.callbackId,
            [names.attemptId]: attempt.id,
            [names.personId]: person.personId,
            [names.knownPerson]: 'yes',
            [names.numberKey]: numberKey,
          },
        });
  if (outcome.type === 'throttled') {
    return 'throttled';
  }
  if (outcome.type === 'refused') {
    const ended: Attempt = { ...attempt, state: 'ended', result: 'refused', endedAt: at, answeredByCustomer: false };
    await endAttempt(numberKey, ended, context);
    return 'skipped';
  }
  const dialled: Attempt = {
    ...attempt,
    state: 'dialled',
    contactId: outcome.contactId,
    leaseUntil: later(at, leaseMs),
  };
  await learn(ports.register, programme, numberKey, { ...noFacts, attempts: [dialled] }, rules, item);
  return 'dialled';
}

/** A claim cannot be taken back, it may have been dialled: it is settled when the person may be rung again, or at the callback's deadline. */
async function holdClaim(numberKey: string, attempt: Attempt, zones: readonly string[], context: DispatchContext) {
  const { ports, programme, at, rules } = context;
  const { facts } = await ports.register.read(programme, numberKey);
  const deadline = openCallback(facts, at)?.deadline ?? at;
  const held: Attempt = { ...attempt, leaseUntil: firstDialInstant(rules, zones, at, deadline) ?? deadline };
  await learn(ports.register, programme, numberKey, { ...noFacts, zones, attempts: [held] }, rules);
}

/** Writes down the end of an attempt, files it and frees the number. */
export async function endAttempt(numberKey: string, ended: Attempt, context: DispatchContext): Promise<void> {
  const { ports, programme, rules } = context;
  const told: NumberFacts = { ...noFacts, attempts: [ended] };
  const known = await learn(ports.register, programme, numberKey, told, rules);
  await ports.journal.append(callbackEntries(programme, numberKey, told, known));
  await ports.lock.release(numberKey, ended.id);
}

/** The n-th attempt of a callback. Its id derives from the callback and n, so that whoever claims it claims the same (design decision 6). */
function claim(callback: Callback, owner: string, at: string): Attempt {
  const n = callback.attempts.length + 1;
  return {
    id: `${callback.id}-${n}`,
    n,
    kind: 'dialled',
    callbackId: callback.id,
    day: callback.day,
    scheme: callback.scheme,
    startedAt: at,
    state: 'claimed',
    claimedBy: owner,
    leaseUntil: later(at, claimMs),
  };
}
