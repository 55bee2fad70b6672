import type { Arming } from './arming.ts';
import type { CallOrder } from './call-order.ts';

/** A campaign and its cycles, as kept: one item, rewritten over the version that was read. Instants are ISO UTC. */
export interface Campaign {
  /**
   * `<type>_<activation>`, e.g. `canicule_20260706T070000Z`; a drill's type is `<type>drill`, that of an order `<type><number>`, since several may be in
   * hand. Letters, digits and `_` only.
   */
  readonly id: string;
  readonly type: string;
  readonly drill: boolean;
  /** `stopping`: no new cycle; those there are end first. */
  readonly state: 'active' | 'stopping' | 'over';
  readonly level: number;
  readonly activatedAt: string;
  readonly activatedBy: string;
  /** With `stopping` and after: what was chosen. */
  readonly stop?: {
    readonly choice: 'finish-cycle' | 'now';
    readonly level: number;
    readonly by: string;
    readonly at: string;
  };
  /** The last time that the level rose again before the last cycle had ended. */
  readonly resumed?: { readonly level: number; readonly by: string; readonly at: string };
  /** What was known when it was armed; absent of one that was ordered. */
  readonly arming?: Arming;
  /** Placed by the client (SAMPS-32): then there is one cycle, until its deadline. */
  readonly order?: CallOrder;
  /** Of an order: the last local day on which the journal was told that it is in hand. */
  readonly toldOn?: string;
  /** Those not ended, and the one before: its people are looked up by the next. */
  readonly cycles: readonly Cycle[];
  /** Of several, the smallest is dialled first; by deadline where it is absent (ARS-41). */
  readonly precedence?: number;
  /** Something of this is not in the journal yet: the next run of the clock files it. */
  readonly untold?: boolean;
  /** Grows by one at each write. */
  readonly version: number;
}

/** One round of calls to everyone in the register. */
export interface Cycle {
  readonly n: number;
  /** The clock: fixed at activation, whatever the progress. */
  readonly from: string;
  /** No attempt from then on. */
  readonly until: string;
  /** The next cycle starts then, if there is one. */
  readonly renewsAt: string;
  /** First call at the latest then. */
  readonly firstCallBy: string;
  readonly state: 'loading' | 'ready' | 'closing' | 'ended';
  /** People loaded so far; all of them once ready. */
  readonly size: number;
  readonly callable: number;
  /** When the last of the register was loaded. */
  readonly readyAt?: string;
  /** While loading: the last recipient loaded. */
  readonly after?: string;
  /** Partitions of the due index, for each rank of promise. */
  readonly shards: number;
  readonly endedAt?: string;
  readonly closesAs?: 'deadline' | 'stopped';
  /** Without an end: each person has a window of their own. */
  readonly fed?: true;
}

/** Names one cycle in keys: `<campaign>-<n>`. */
export function cycleKey(campaign: string, n: number): string {
  return `${campaign}-${n}`;
}

/** Whether a campaign of this id is an exercise on invented people (REFLEX-11). */
export function isDrill(id: string): boolean {
  return /^[a-z0-9]+drill_/.test(id);
}

/** A campaign that may still have something to do. */
export function isLive({ state }: Campaign): boolean {
  return state !== 'over';
}
