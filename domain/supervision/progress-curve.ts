import type { CurvePoint } from '../../contracts/campaign-board.ts';
import { epochMs, isoInstant } from '../calendar/local-time.ts';

/** Of a campaign: when what was done was done, and what is owed when. */
export interface CurveInput {
  readonly from: string;
  readonly until: string;
  /** Now; what was done is drawn until then. */
  readonly at: string;
  /** ISO instants, one of each thing that counts. */
  readonly doneAt: readonly string[];
  /** Owed at an instant so that all of it is there at the deadline. */
  readonly neededAt: (at: string) => number;
}

/** As many as a small chart shows, and a push of twenty orders holds. */
const points = 48;

/** Line of what is needed, from the start to the deadline, and of what was done, until now. */
export function progressCurve({ from, until, at, doneAt, neededAt }: CurveInput): readonly CurvePoint[] {
  const [start, end] = [epochMs(from), epochMs(until)];
  const regular = Array.from({ length: points + 1 }, (_, n) => isoInstant(start + ((end - start) * n) / points));
  const isRunning = at > from && at < until;
  const times = isRunning ? [...new Set([...regular, at])].sort() : regular;
  const sorted = [...doneAt].sort();
  let done = 0;
  return times.map((time) => {
    while (done < sorted.length && (sorted[done] ?? '') <= time) done += 1;
    return { at: time, needed: Math.round(neededAt(time)), ...(time <= at ? { done } : {}) };
  });
}
