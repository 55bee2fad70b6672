import type { PastAttempt } from '../../domain/attempt/attempt-facts.ts';
import { nextAttempt } from '../../domain/attempt/next-attempt.ts';
import { localTime } from '../../domain/calendar/local-time.ts';
import type { ListPlanInput } from '../../domain/forecast/list-plan-input.ts';
import type { ReachGroup } from '../../domain/forecast/reach-curve.ts';
import type { ObservedList } from '../../domain/forecast/track-list.ts';
import { type LaneRandom, laneRandom } from '../../local/kernel/random.ts';
import { betaDraw } from './beta-draw.ts';

/** What a list lived, person by person. */
export interface LivedList {
  readonly useful: number;
  /** Attempts made, by rank. */
  readonly attempts: readonly number[];
  /** Not reached, not stopped, fewer attempts than the policy's. */
  readonly short: number;
  readonly agentHours: number;
  /** Where it stood at the instant asked for. */
  readonly seen?: ObservedList;
}

interface Listed {
  readonly group: ReachGroup;
  /** Their own chance that a mean attempt succeeds. */
  readonly chance: number;
  readonly attempts: PastAttempt[];
  next?: { readonly dialAt: number; readonly promise: number };
}

/**
 * Plays a list with the real attempt policy, one drawn person and one drawn handling time at a time: the truth that the planner's means and interval
 * are held against. Each free agent takes the person whose promise comes first.
 */
export function simulateList(input: ListPlanInput, seed: number, seenAt?: string): LivedList {
  const random = laneRandom(seed, 'finite-list');
  const people = peopleOf(input, random);
  const free = Array.from({ length: Math.min(input.agents, input.quotas.concurrentCalls) }, () =>
    Date.parse(input.window.from),
  );
  const attempts = Array<number>(input.policy.maxAttempts).fill(0);
  let worked = 0;
  for (const person of people) look(person, input, Date.parse(input.window.from));
  for (;;) {
    free.sort((a, b) => a - b);
    const now = free[0];
    const turn = now === undefined ? undefined : turnAt(people, now);
    if (turn === undefined) break;
    const { person, at } = turn;
    if (!look(person, input, at)) continue;
    if ((person.next?.dialAt ?? at) > at) continue;
    const rank = person.attempts.length;
    const seconds = call(person, input, at, random);
    attempts[rank] = (attempts[rank] ?? 0) + 1;
    worked += seconds;
    free[0] = at + (seconds / input.occupancy) * 1000;
    look(person, input, at + seconds * 1000);
  }
  return {
    useful: people.filter(({ attempts: made }) => made.at(-1)?.disposition === 'complete').length,
    attempts,
    short: people.filter((one) => !isOver(one) && one.attempts.length < input.policy.maxAttempts).length,
    agentHours: worked / 3600,
    ...(seenAt === undefined ? {} : { seen: seenFrom(people, input, seenAt) }),
  };
}

function isOver({ attempts }: Pick<Listed, 'attempts'>): boolean {
  return attempts.some(({ disposition }) => disposition !== 'no-answer');
}

/** What one knows at an instant: attempts started before it. */
function seenFrom(people: readonly Listed[], { policy }: ListPlanInput, at: string): ObservedList {
  const none = Array<number>(policy.maxAttempts).fill(0);
  const [attempts, useful, open] = [[...none], [...none], [...none]];
  for (const person of people) {
    const made = person.attempts.filter(({ startedAt }) => startedAt < at);
    for (const [rank, { disposition }] of made.entries()) {
      attempts[rank] = (attempts[rank] ?? 0) + 1;
      useful[rank] = (useful[rank] ?? 0) + (disposition === 'complete' ? 1 : 0);
    }
    if (made.length < policy.maxAttempts && !isOver({ attempts: made }))
      open[made.length] = (open[made.length] ?? 0) + 1;
  }
  return { at, attempts, useful, open };
}

/** The person to call now; else the one who may be called first, later. The window's end ends everything. */
function turnAt(people: readonly Listed[], now: number): { readonly person: Listed; readonly at: number } | undefined {
  let best: Listed | undefined;
  let soonest: Listed | undefined;
  for (const person of people) {
    if (person.next === undefined) continue;
    if (person.next.dialAt <= now && (best?.next === undefined || person.next.promise < best.next.promise))
      best = person;
    if (soonest?.next === undefined || person.next.dialAt < soonest.next.dialAt) soonest = person;
  }
  if (best !== undefined) return { person: best, at: now };
  return soonest?.next === undefined ? undefined : { person: soonest, at: soonest.next.dialAt };
}

/** Asks the policy again at `at`: a turn that was waited for may have gone. True when there is one. */
function look(person: Listed, { policy, calendar, window }: ListPlanInput, at: number): boolean {
  const facts = { window, numbers: ['n'], channel: 'voice', attempts: person.attempts } as const;
  const next = nextAttempt(facts, policy, calendar, new Date(at).toISOString());
  delete person.next;
  if (next.type === 'dial') person.next = { dialAt: Date.parse(next.dialAt), promise: Date.parse(next.promise) };
  return next.type === 'dial';
}

function call(person: Listed, input: ListPlanInput, at: number, random: LaneRandom): number {
  const { handling, calendar, policy } = input;
  const local = localTime(calendar.timeZone, new Date(at).toISOString());
  const part = policy.dayParts.find(({ from, to }) => from <= local && local < to)?.code ?? '';
  const chance = 1 - (1 - person.chance) ** (person.group.dayParts[part] ?? 1);
  const reached = random.chance(chance);
  const stopped = !reached && random.chance(person.group.stopShare);
  const mean = reached ? handling.usefulSeconds : handling.failedSeconds;
  const sigma = Math.sqrt(Math.log(1 + handling.variation ** 2));
  const seconds = random.logNormal(mean * Math.exp(-(sigma ** 2) / 2), sigma);
  person.attempts.push({
    n: person.attempts.length + 1,
    startedAt: new Date(at).toISOString(),
    endedAt: new Date(at + seconds * 1000).toISOString(),
    numberKey: 'n',
    disposition: reached ? 'complete' : stopped ? 'refused' : 'no-answer',
  });
  return seconds;
}

function peopleOf({ callable, reach }: ListPlanInput, random: LaneRandom): readonly Listed[] {
  const bounds: number[] = [];
  for (const { share } of reach.groups) bounds.push((bounds.at(-1) ?? 0) + share);
  return Array.from({ length: callable }, (_, index) => {
    const at = (index + 0.5) / callable;
    const group = reach.groups[bounds.findIndex((bound) => at < bound)] ?? reach.groups.at(-1);
    if (group === undefined) throw new Error('The reach curve has no group; accepted: at least one');
    return { group, chance: betaDraw(random, group.alpha, group.beta), attempts: [] };
  });
}
