import { callbackHistory } from '../callback/callback-history.ts';
import type { CallbackEntry, CallbackResolution, Scheme } from '../journal/entry.ts';

/** `reached`: talked with an agent on a callback. `answered-inbound`: rang again and was answered first. `not-reached`: given up. */
type CallbackState = 'reached' | 'answered-inbound' | 'not-reached' | 'open';

/** A callback as its journal entries tell it, whatever their order or repeats (SAMPS-04). */
export interface CallbackLife {
  readonly id: string;
  /** Local day of its first source call. */
  readonly day: string;
  readonly scheme: Scheme;
  readonly numberKey?: string;
  /** Contact ids of the calls it answers for. */
  readonly sources: ReadonlySet<string>;
  readonly state: CallbackState;
  /** ISO instant of the conversation that reached the person. */
  readonly reachedAt?: string;
}

/** Lives of the callbacks of these entries as they stand at `asOf` (ISO instant): deadlines up to it are over. */
export function callbackLives(entries: readonly CallbackEntry[], asOf: string): readonly CallbackLife[] {
  const byId = new Map<string, CallbackEntry[]>();
  for (const entry of callbackHistory(entries, asOf)) {
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
  const created = entries.find(({ change }) => change.type === 'created') ?? entries[0];
  const sources = entries.flatMap(({ change }) =>
    change.type === 'created' || change.type === 'source-added' ? [change.sourceContactId] : [],
  );
  const ends = entries.flatMap(({ change, time }) =>
    change.type === 'closed' ? [{ state: stateOf(change.resolution), time }] : [],
  );
  const talks = entries.flatMap(({ change, time }) =>
    change.type === 'attempt' && change.result === 'reached' ? [{ state: 'reached', time } as const] : [],
  );
  const state = (ends.length > 0 ? ends : talks).map((end) => end.state).sort(byRank)[0] ?? 'open';
  const reachedAt = [...ends, ...talks].find((end) => end.state === 'reached')?.time;
  return {
    id,
    day: created?.day ?? '',
    scheme: created?.scheme ?? '',
    sources: new Set(sources),
    state,
    ...(created?.numberKey === undefined ? {} : { numberKey: created.numberKey }),
    ...(state === 'reached' && reachedAt !== undefined ? { reachedAt } : {}),
  };
}

function stateOf(resolution: CallbackResolution): CallbackState {
  return resolution === 'not-dialable' ? 'not-reached' : resolution;
}

/** Of several ends of one callback the best for the person is kept, in whatever order they came (design decision 5). */
function byRank(a: CallbackState, b: CallbackState): number {
  const ranks: readonly CallbackState[] = ['reached', 'answered-inbound', 'not-reached', 'open'];
  return ranks.indexOf(a) - ranks.indexOf(b);
}
