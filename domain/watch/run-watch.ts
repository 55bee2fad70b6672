import type { WatchAnswer, WatchRule } from '../../contracts/watch.ts';
import { localDay } from '../calendar/local-time.ts';
import type { Journal } from '../journal/journal.ts';
import { stepWatch, type WatchFigures } from './step-watch.ts';
import { watchAnswer } from './watch-answer.ts';
import type { WatchEntry } from './watch-entry.ts';
import type { PendingNotice, WatchNotice, WatchRegister, WatchState } from './watch-state.ts';

export interface WatchPorts {
  readonly register: WatchRegister;
  readonly journal: Pick<Journal, 'append'>;
  /** Throws when nobody could be told. */
  readonly mail: (notice: WatchNotice) => Promise<void>;
  /** Tells open pages. Never throws. */
  readonly push: (answer: WatchAnswer) => Promise<void>;
  readonly failed: (notice: WatchNotice, error: unknown) => void;
}

export interface WatchLook {
  readonly programme: string;
  readonly timeZone: string;
  /** ISO instant. */
  readonly at: string;
  readonly rules: readonly WatchRule[];
  readonly figures: WatchFigures;
}

/**
 * Looks once, and tells what began and ended (COMMON-44). The outcome is written over the state it was made from before anybody is told, so that of two looks
 * at once, or of a look that is done again, one tells. A mail that fails is due again at the next look; one whose sender stopped half-way is not: nobody is
 * told twice, the page and the journal have it, and a reminder follows while it lasts.
 */
export async function runWatch(look: WatchLook, ports: WatchPorts): Promise<void> {
  const { programme, timeZone, at } = look;
  const state = await ports.register.read(programme);
  const { rules, ended, notices } = stepWatch(state, look.rules, look.figures, at);
  if (rules === undefined && state.pending.length === 0) {
    return;
  }
  const toMail = [...notices, ...state.pending.flatMap(({ notice, mail }) => (mail === 'due' ? [notice] : []))];
  const all = [...state.pending.map(({ notice }) => notice), ...notices];
  const taken: WatchState = {
    revision: state.revision + 1,
    // A late look changes nothing, and may still tell what is due.
    at: rules === undefined ? state.at : at,
    rules: rules ?? state.rules,
    ended: [...state.ended, ...ended].filter(
      ({ endedAt = '' }) => localDay(timeZone, endedAt) === localDay(timeZone, at),
    ),
    pending: all.map((notice) => ({ notice, mail: 'taken' })),
  };
  if (!(await ports.register.write(programme, taken))) {
    return;
  }
  if (all.length === 0) {
    return;
  }
  await ports.journal.append(all.flatMap((notice) => entryOf(notice, programme, timeZone)));
  await ports.push(watchAnswer(programme, taken, timeZone, at));
  const pending: PendingNotice[] = [];
  for (const notice of toMail.filter(({ episode }) => episode.told.length > 0)) {
    try {
      await ports.mail(notice);
    } catch (error) {
      ports.failed(notice, error);
      pending.push({ notice, mail: 'due' });
    }
  }
  await ports.register.write(programme, { ...taken, revision: taken.revision + 1, pending });
}

function entryOf({ type, episode, at, value }: WatchNotice, programme: string, timeZone: string): WatchEntry[] {
  if (type === 'reminder') {
    return [];
  }
  const { id, code } = episode;
  const base = { programme, day: localDay(timeZone, at), time: at, id: `watch#${id}#${type}` };
  return [{ ...base, kind: 'watch', code, episode: id, change: type, value }];
}
