import type { PromiseState } from '../attempt/promised-call.ts';
import type { CyclePerson } from './cycle-facts.ts';

/** « Rappels promis »: other calls promised to people who passed the questionnaire (its level, or their wish). */
export interface PromiseFigures {
  readonly promised: number;
  /** Dials made for them, beyond the attempts of the cycle. */
  readonly attempts: number;
  readonly states: Readonly<Partial<Record<PromiseState | 'open', number>>>;
  /** Promised in the cycle before, and owed by this one. */
  readonly carriedIn: number;
  /** Whom nobody talked to again, the earliest promise first. */
  readonly unkept: readonly UnkeptPromise[];
}

export interface UnkeptPromise {
  readonly recipientId: string;
  readonly sector: string;
  readonly ageBand: string;
  readonly by: string;
  readonly state: PromiseState | 'open';
  readonly attemptsAt: readonly string[];
}

export function promiseFigures(people: readonly CyclePerson[]): PromiseFigures {
  const states: Partial<Record<PromiseState | 'open', number>> = {};
  const unkept: UnkeptPromise[] = [];
  let attempts = 0;
  for (const { recipientId, loaded, promise, attempts: all } of people) {
    if (promise === undefined) {
      continue;
    }
    const state = promise.state ?? 'open';
    states[state] = (states[state] ?? 0) + 1;
    const dials = all.filter(({ promised, n }) => promised === true && n > 0);
    attempts += dials.length;
    if (state !== 'kept') {
      const { sector, ageBand } = loaded;
      const attemptsAt = dials.map(({ startedAt }) => startedAt);
      unkept.push({ recipientId, sector, ageBand, by: promise.by, state, attemptsAt });
    }
  }
  return {
    promised: Object.values(states).reduce((sum, value) => sum + value, 0),
    attempts,
    states,
    carriedIn: people.filter(({ loaded }) => loaded.promisedBy !== undefined).length,
    unkept: unkept.sort((a, b) => (a.by < b.by ? -1 : 1)),
  };
}
