import { attemptPlan } from '../attempt/attempt-plan.ts';
import type { Cycle } from './campaign.ts';
import type { DuePartition } from './campaign-register.ts';
import { dueRanks } from './due-rank.ts';
import type { CycleRules } from './recipient-facts.ts';

/** Every partition of the due index of a cycle, the earliest promises first. */
export function partitionsOf(key: string, cycle: Cycle, { policy, calendar }: CycleRules): readonly DuePartition[] {
  const ranks = cycle.fed === true ? 1 : dueRanks(attemptPlan(policy, calendar, undefined, cycle));
  return Array.from({ length: ranks }, (_, rank) =>
    Array.from({ length: cycle.shards }, (__, shard) => ({ cycle: key, rank, shard })),
  ).flat();
}
