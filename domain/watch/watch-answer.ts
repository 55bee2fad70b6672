import type { WatchAnswer } from '../../contracts/watch.ts';
import { localDay } from '../calendar/local-time.ts';
import type { WatchState } from './watch-state.ts';

/** What lasts, and what ended on the local day of `at` (ISO instant). */
export function watchAnswer(programme: string, state: WatchState, timeZone: string, at: string): WatchAnswer {
  const lasting = Object.values(state.rules).flatMap(({ episode }) => episode ?? []);
  const today = localDay(timeZone, at);
  const over = state.ended.filter(({ endedAt = '' }) => localDay(timeZone, endedAt) === today);
  return {
    programme,
    at,
    episodes: [
      ...lasting.toSorted((a, b) => (a.beganAt < b.beganAt ? -1 : 1)),
      ...over.toSorted((a, b) => ((a.endedAt ?? '') > (b.endedAt ?? '') ? -1 : 1)),
    ],
  };
}
