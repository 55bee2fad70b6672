import type { AttemptPlan } from '../attempt/attempt-plan.ts';

/** A look from the start asks each partition of the due index once: in a cycle of weeks, neighbouring slots share one. */
const mostRanks = 12;

/** How many ranks the due index of a cycle has. */
export function dueRanks({ slots }: AttemptPlan): number {
  return Math.min(mostRanks, Math.max(1, slots.length));
}

/** Rank of a promise that falls at this instant (epoch milliseconds): that of its slot, as far as slots have one each. */
export function dueRank(plan: AttemptPlan, promise: number): number {
  const rank = plan.rankOf(promise);
  return plan.slots.length <= mostRanks ? rank : Math.floor((rank * mostRanks) / plan.slots.length);
}
