import type { CallbackEntry, Scheme } from '../journal/entry.ts';

/** `reached`: talked with an agent on a callback. `answered-inbound`: rang again and was answered first. `not-reached`: given up. */
export type CallbackState = 'reached' | 'answered-inbound' | 'not-reached' | 'open';

/** A callback as its journal entries tell it, whatever their order or repeats (SAMPS-04). */
export interface CallbackLife {
  readonly id: string;
  /** Local day of its first source call. */
  readonly day: string;
  readonly scheme: Scheme;
  /** Contact ids of the calls it answers for. */
  readonly sources: ReadonlySet<string>;
  readonly state: CallbackState;
  /** ISO instant of the attempt that reached the person. */
  readonly reachedAt?: string;
}

/** Folds entries into lives. States are ranked facts: an earlier rank is never undone by what arrives later (design decision 5). */
export function callbackLives(entries: readonly CallbackEntry[]): readonly CallbackLife[] {
  const byId = new Map<string, CallbackEntry[]>();
  for (const entry of entries) {
    const known = byId.get(entry.callbackId);
    if (known === undefined) {
      byId.set(entry.callbackId, [entry]);
    } else {
      known.push(entry);
    }
  }
  return [...byId].map(([id, changes]) => fold(id, changes));
}

function fold(id: string, entries: readonly CallbackEntry[]): CallbackLife {
  const sorted = [...entries].sort((a, b) => (a.time + a.id < b.time + b.id ? -1 : 1));
  const created = sorted.find(({ change }) => change.type === 'created') ?? sorted[0];
  const sources = new Set<string>();
  const reached: string[] = [];
  const resolutions = new Set<string>();
  for (const { change, time } of sorted) {
    if (change.type === 'created' || change.type === 'source-added') {
      sources.add(change.sourceContactId);
    } else if (change.type === 'attempt' && change.result === 'reached') {
      reached.push(time);
    } else if (change.type === 'closed') {
      resolutions.add(change.resolution);
      if (change.resolution === 'reached') {
        reached.push(time);
      }
    }
  }
  const reachedAt = reached[0];
  return {
    id,
    day: created?.day ?? '',
    scheme: created?.scheme ?? '',
    sources,
    state: stateOf(reachedAt !== undefined, resolutions),
    ...(reachedAt === undefined ? {} : { reachedAt }),
  };
}

function stateOf(reached: boolean, resolutions: ReadonlySet<string>): CallbackState {
  if (reached) {
    return 'reached';
  }
  if (resolutions.has('answered-inbound')) {
    return 'answered-inbound';
  }
  return resolutions.size > 0 ? 'not-reached' : 'open';
}
