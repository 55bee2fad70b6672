import type { ManualCallInHand } from '../../contracts/manual-calls.ts';
import { openCallback } from '../callback/callbacks-of.ts';
import { asleepIn } from '../callback/calling-hours.ts';
import { withNext } from '../callback/learn.ts';
import { later } from '../callback/lease.ts';
import { mergeFacts } from '../callback/merge-facts.ts';
import { type Attempt, noFacts } from '../callback/number-facts.ts';
import { formatNumber } from '../phone/format-number.ts';
import { type ManualCallPorts, type ManualCallScope, manualRules } from './manual-call-ports.ts';

/** Whoever has had a call in hand for longer has left: it may be given to another. */
export const manualHoldMs = 15 * 60_000;

export type ClaimAnswer =
  | { readonly type: 'claimed'; readonly call: ManualCallInHand }
  /** Why not, in French as the agent reads it. */
  | { readonly type: 'refused'; readonly fault: string };

/** Puts a call into the agent's hands by one conditional write: of two who ask at once, one is told that it is taken. */
export async function claimManualCall(
  numberKey: string,
  scope: ManualCallScope,
  ports: ManualCallPorts,
): Promise<ClaimAnswer> {
  const { programme, agent, at } = scope;
  const rules = await manualRules(scope, ports);
  const item = await ports.register.read(programme, numberKey);
  const callback = openCallback(item.facts, at);
  const { next } = item;
  if (callback === undefined || next?.type !== 'manual' || next.at > at) {
    return taken;
  }
  const person = await ports.people.reveal(programme, numberKey);
  if (person === undefined) {
    return refused('Cette personne a demandé à être oubliée : il n’y a plus personne à appeler.');
  }
  const zones = asleepIn(person.e164, rules, at);
  if (zones !== undefined) {
    // It comes back to the list when they may be rung.
    await ports.register.write(
      programme,
      numberKey,
      withNext(mergeFacts(item.facts, { ...noFacts, zones }), item.version + 1, rules, at),
    );
    return refused('Il est trop tôt ou trop tard chez cette personne : appelez-la plus tard.');
  }
  const until = later(at, manualHoldMs);
  const n = callback.attempts.length + 1;
  const attempt: Attempt = {
    ...({ kind: 'manual', state: 'claimed' } as const),
    ...{ id: `${callback.id}-${n}`, n, callbackId: callback.id, day: callback.day, scheme: callback.scheme },
    ...{ startedAt: at, claimedBy: agent, leaseUntil: until },
  };
  if (!(await ports.lock.acquire(numberKey, attempt.id, until, at))) {
    return refused('Cette personne est au téléphone avec un autre conseiller : choisissez un autre appel.');
  }
  const facts = mergeFacts(item.facts, { ...noFacts, attempts: [attempt] });
  if (!(await ports.register.write(programme, numberKey, withNext(facts, item.version + 1, rules)))) {
    await ports.lock.release(numberKey, attempt.id);
    return taken;
  }
  return { type: 'claimed', call: { attemptId: attempt.id, until, number: formatNumber(person.e164) } };
}

/** As people write it; undefined when the person was forgotten. */
export async function numberToDial(
  programme: string,
  numberKey: string,
  { people }: Pick<ManualCallPorts, 'people'>,
): Promise<string | undefined> {
  const person = await people.reveal(programme, numberKey);
  return person && formatNumber(person.e164);
}

const taken = refused('Cet appel vient d’être pris par un autre conseiller, ou n’est plus à faire.');

function refused(fault: string): ClaimAnswer {
  return { type: 'refused', fault };
}
