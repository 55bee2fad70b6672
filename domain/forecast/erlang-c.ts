import { erlangB } from './erlang-b.ts';

/** What callers live when all are patient. */
export interface ErlangC {
  /** Share of calls that wait. */
  readonly wait: number;
  /** « DMR »: mean seconds before an agent, over all calls; infinite when the queue only grows. */
  readonly answerSeconds: number;
  /** Share of calls that an agent takes within so many seconds. */
  readonly withinSeconds: (seconds: number) => number;
}

/**
 * Erlang C (M/M/n): `load` in erlangs, `handlingSeconds` the mean of conversation and after-call work. With no more agents than load the queue only
 * grows: everybody waits, and nothing is extrapolated.
 */
export function erlangC(agents: number, load: number, handlingSeconds: number): ErlangC {
  const blocking = erlangB(agents, load);
  if (agents <= load && load > 0) {
    return { wait: 1, answerSeconds: Number.POSITIVE_INFINITY, withinSeconds: () => 0 };
  }
  const wait = load === 0 ? 0 : blocking / (1 - (load / agents) * (1 - blocking));
  return {
    wait,
    answerSeconds: wait === 0 ? 0 : (wait * handlingSeconds) / (agents - load),
    withinSeconds: (seconds) => 1 - wait * Math.exp((-(agents - load) * seconds) / handlingSeconds),
  };
}
