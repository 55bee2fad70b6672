import type { NextAttempt, PastAttempt, PersonFacts } from '../attempt/attempt-facts.ts';
import { attemptPlan } from '../attempt/attempt-plan.ts';
import type { AttemptPolicy, AttemptWindow } from '../attempt/attempt-policy.ts';
import { nextAttempt } from '../attempt/next-attempt.ts';
import { nextPromised, type PromisedCall, promisedCall } from '../attempt/promised-call.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs } from '../calendar/local-time.ts';
import type { Cycle } from './campaign.ts';
import { dueRank } from './due-rank.ts';
import type { CampaignAttempt, DueLine, Recipient } from './recipient.ts';

/** What decides a recipient's next attempt beside their own facts. */
export interface CycleRules {
  readonly policy: AttemptPolicy;
  readonly calendar: ProgrammeCalendar;
  readonly cycle: Pick<Cycle, 'from' | 'until' | 'fed'>;
}

export function personFacts(recipient: Recipient, { cycle }: CycleRules): PersonFacts {
  const { numbers, channel, notBefore, promisedBy, absentUntil, deceased, removed, zones, manualNumbers, stopped } =
    recipient;
  return {
    window: windowOf(recipient, cycle),
    numbers,
    channel,
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(promisedBy === undefined ? {} : { promisedBy }),
    ...(absentUntil === undefined ? {} : { absentUntil }),
    ...(deceased === undefined ? {} : { deceased }),
    ...(removed === undefined ? {} : { removed }),
    ...(zones === undefined ? {} : { zones }),
    ...(manualNumbers === undefined ? {} : { manualNumbers }),
    ...(stopped === undefined ? {} : { stopped }),
    attempts: recipient.attempts.map(pastAttempt).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
  };
}

/** The time in which the person's attempts fall. */
export function windowOf({ window }: Recipient, { from, until }: CycleRules['cycle']): AttemptWindow {
  return window ?? { from, until };
}

/** An attempt as the policy sees it. With an agent on the line, its end is what they say of it. */
export function pastAttempt({ n, startedAt, numberKey, call, said }: CampaignAttempt): PastAttempt {
  const common = { n, startedAt, numberKey };
  if (said !== undefined) {
    const { disposition, askedFor, absentUntil, complete, callback } = said;
    return {
      ...common,
      endedAt: call?.endedAt ?? said.at,
      disposition,
      ...(askedFor === undefined ? {} : { askedFor }),
      ...(absentUntil === undefined ? {} : { absentUntil }),
      ...(complete === undefined ? {} : { complete }),
      ...(callback === true ? { promisedAt: said.at } : {}),
    };
  }
  return call === undefined || call.talked
    ? common
    : { ...common, endedAt: call.endedAt, disposition: call.disposition };
}

/**
 * An attempt of which its agent has said what came, and whose end is not known yet: the journal has it once it is (`attemptEntry`), so that until then the
 * person is not let out of sight.
 */
export function untoldAttempt({ attempts }: Recipient): CampaignAttempt | undefined {
  return attempts.find(({ said, call }) => said !== undefined && call === undefined);
}

/** The recipient's next attempt, be it of their cycle or of a call promised in it; `pending` while the end of one is not known. */
export function nextOf(recipient: Recipient, rules: CycleRules, at: string): NextAttempt {
  const untold = untoldAttempt(recipient);
  if (untold !== undefined) {
    return { type: 'pending', n: untold.n };
  }
  const { ofCycle, ofPromise } = standingOf(recipient, rules, at);
  return ofPromise === undefined || ofPromise.type === 'over' ? ofCycle : ofPromise;
}

/** Where a recipient stands in their cycle, and with the call that was promised to them once it was over. */
export function standingOf(
  recipient: Recipient,
  rules: CycleRules,
  at: string,
): {
  readonly ofCycle: NextAttempt;
  readonly ofPromise?: ReturnType<typeof nextPromised>;
} {
  const { policy, calendar } = rules;
  const facts = personFacts(recipient, rules);
  const ofCycle = nextAttempt(facts, policy, calendar, at);
  const promise = promisedCall(facts.attempts, policy);
  if (promise === undefined || ofCycle.type !== 'closed') {
    return { ofCycle };
  }
  const plan = attemptPlan(policy, calendar, facts.zones, facts.window);
  return { ofCycle, ofPromise: nextPromised(facts, promise, { policy, plan, at }) };
}

export function promiseOf(recipient: Recipient, rules: CycleRules): PromisedCall | undefined {
  return promisedCall(personFacts(recipient, rules).attempts, rules.policy);
}

/**
 * The recipient with the place in the due index that follows from their facts. One whose attempt is in flight keeps its place: no index write, and
 * whoever looks there finds the lease.
 */
export function withDue(recipient: Recipient, rules: CycleRules, at: string): Recipient {
  const next = nextOf(recipient, rules, at);
  const { due, ...rest } = recipient;
  const line = next.type === 'pending' ? (due ?? untoldLine(recipient, rules)) : dueLine(next, rules);
  return line === undefined ? rest : { ...rest, due: line };
}

/** Who rings us when they had left the index comes back to it until the end of that call is known. */
function untoldLine(recipient: Recipient, rules: CycleRules): DueLine | undefined {
  const { said } = untoldAttempt(recipient) ?? {};
  return said && lineAt(said.at, rules.cycle.until, rules);
}

function dueLine(next: Exclude<NextAttempt, { type: 'pending' }>, rules: CycleRules): DueLine | undefined {
  switch (next.type) {
    case 'dial':
      return lineAt(next.dialAt, next.promise, rules);
    case 'manual':
      return lineAt(next.until, next.until, rules);
    default:
      return undefined;
  }
}

function lineAt(at: string, promise: string, { policy, calendar, cycle }: CycleRules): DueLine {
  // Windows of a fed cycle are short and begin as people become due: who has been due longest is first.
  if (cycle.fed === true) {
    return { rank: 0, at };
  }
  // Ranks are those of the programme's own zone for everybody, so that they compare.
  return { rank: dueRank(attemptPlan(policy, calendar, undefined, cycle), epochMs(promise)), at };
}
