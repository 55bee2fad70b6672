import { erlangB } from './erlang-b.ts';

/** What callers live when they give up after a while. */
export interface ErlangA {
  /** Share of calls that give up before an agent: 1 − the live answer rate. */
  readonly abandon: number;
  /** Share of calls that wait. */
  readonly wait: number;
  /** Mean seconds in the queue, over all calls. */
  readonly waitSeconds: number;
}

/** Terms smaller than this share of the sum say nothing more. */
const negligible = 1e-16;

/**
 * Erlang A (M/M/n+M): callers' patience is exponential of mean `patienceSeconds`. Stable at any load, since who waits too long leaves. Exact: states
 * below `agents` sum to 1/B − 1 times the state « all busy » (B of Erlang B), and those above are summed until they say nothing more.
 */
export function erlangA(agents: number, load: number, handlingSeconds: number, patienceSeconds: number): ErlangA {
  if (!(handlingSeconds > 0) || !(patienceSeconds > 0)) {
    throw new Error(`Handling ${handlingSeconds} s, patience ${patienceSeconds} s; accepted: above 0`);
  }
  const blocking = erlangB(agents, load);
  if (load === 0 || blocking === 0) {
    return { abandon: 0, wait: 0, waitSeconds: 0 };
  }
  // In units of the handling time: arrivals `load`, one agent's service 1, one waiting caller's leaving `leaving`.
  const leaving = handlingSeconds / patienceSeconds;
  let below = 1 / blocking - 1;
  let term = 1;
  let above = 1;
  let queue = 0;
  for (let waiting = 1; term > negligible * (below + above) || load > agents + waiting * leaving; waiting += 1) {
    term *= load / (agents + waiting * leaving);
    above += term;
    queue += waiting * term;
    if (above > 1e200) {
      [below, term, above, queue] = [below / 1e200, term / 1e200, above / 1e200, queue / 1e200];
    }
  }
  const total = below + above;
  const waiting = queue / total;
  return { abandon: (leaving * waiting) / load, wait: above / total, waitSeconds: (waiting * handlingSeconds) / load };
}
