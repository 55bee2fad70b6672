import type { WatchCode, WatchEpisode } from '../../contracts/watch.ts';

/** What is watched in a programme, kept from one look to the next. */
export interface WatchState {
  /** Grows by one at each write; 0 = nothing kept yet. */
  readonly revision: number;
  /** ISO instant of the last look that changed something: an older one says nothing. */
  readonly at: string;
  readonly rules: Readonly<Partial<Record<WatchCode, RuleState>>>;
  /** Episodes that ended on the local day of `at`. */
  readonly ended: readonly WatchEpisode[];
  /** Notices whose telling is not known to be over. */
  readonly pending: readonly PendingNotice[];
}

export interface RuleState {
  /** Since when the figure has spoken for a change: above while nothing lasts, under while something does. */
  readonly since?: string;
  readonly episode?: WatchEpisode;
  /** When its contacts were last told. */
  readonly toldAt?: string;
}

/** Something to be told of an episode. */
export interface WatchNotice {
  /** `<episode>#<type>`, of a reminder with its instant. */
  readonly id: string;
  readonly type: 'began' | 'reminder' | 'ended';
  readonly episode: WatchEpisode;
  readonly at: string;
  readonly value: number;
}

export interface PendingNotice {
  readonly notice: WatchNotice;
  /** `due`: to be mailed. `taken`: somebody is mailing it, or stopped half-way: it is never mailed again. */
  readonly mail: 'due' | 'taken';
}

export const noWatchState: WatchState = { revision: 0, at: '', rules: {}, ended: [], pending: [] };

/** Port: the state of each programme. */
export interface WatchRegister {
  /** Strongly consistent. */
  read(programme: string): Promise<WatchState>;
  /** Writes only over the revision before; false when another writer came first. */
  write(programme: string, state: WatchState): Promise<boolean>;
}
