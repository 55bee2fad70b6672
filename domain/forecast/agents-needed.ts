import { erlangA } from './erlang-a.ts';
import { erlangC } from './erlang-c.ts';

/** What callers are owed, 0..1: a live answer rate (callers give up: Erlang A), or a share answered within so many seconds (all wait: Erlang C). */
export type ServiceTarget =
  | { readonly type: 'answer-rate'; readonly share: number; readonly patienceSeconds: number }
  | { readonly type: 'service-level'; readonly share: number; readonly seconds: number };

/** Fewest agents at the telephone that keep the target at this load in erlangs; 0 when nobody calls. Throws when the target is not below 1. */
export function agentsNeeded(load: number, handlingSeconds: number, target: ServiceTarget): number {
  if (!(target.share > 0 && target.share < 1)) {
    throw new Error(`A target of ${target.share}; accepted: above 0 and below 1, such as 0.8`);
  }
  if (load === 0) {
    return 0;
  }
  const keeps = (agents: number) => achieved(agents, load, handlingSeconds, target) >= target.share;
  let enough = Math.max(1, Math.ceil(load));
  while (!keeps(enough)) {
    enough *= 2;
  }
  let short = 0;
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (keeps(middle)) {
      enough = middle;
    } else {
      short = middle;
    }
  }
  return enough;
}

/** Share of calls for which these agents keep the target. */
export function achieved(agents: number, load: number, handlingSeconds: number, target: ServiceTarget): number {
  return target.type === 'answer-rate'
    ? 1 - erlangA(agents, load, handlingSeconds, target.patienceSeconds).abandon
    : erlangC(agents, load, handlingSeconds).withinSeconds(target.seconds);
}
