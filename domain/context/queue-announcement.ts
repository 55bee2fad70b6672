import type { QueueAnnouncementResponse } from '../../contracts/flow-responses.ts';
import type { CallerTexts } from '../programme/programme.ts';
import { fillText } from './fill-text.ts';

/** As Connect measured it; any may be unknown. */
export interface QueueMeasure {
  /** 1 = next to be answered. */
  readonly position?: number | undefined;
  readonly waitSeconds?: number | undefined;
  /** Which announcement of this call: 1 = the first. */
  readonly turn?: number | undefined;
}

/** Waits that people trust: fine at first, coarser as the guess is less sure. */
const steps = [1, 2, 3, 4, 5, 7, 10, 15, 20, 25, 30, 40, 50, 60] as const;
/** A callback is worth offering to those who will not be answered at once. */
const offeredFromPosition = 2;
const offeredFromTurn = 2;

/** What a waiting caller hears. The wait is rounded up, never down: better answered early than told too little. */
export function queueAnnouncement(measure: QueueMeasure, texts: CallerTexts): QueueAnnouncementResponse {
  const { position, waitSeconds, turn = 1 } = measure;
  const offerCallback =
    (position === undefined || position >= offeredFromPosition) && turn >= offeredFromTurn ? 'yes' : 'no';
  if (position === 1) {
    return { text: texts.waitFirst, offerCallback };
  }
  const wait = waitSeconds === undefined ? undefined : spokenWait(waitSeconds);
  if (position === undefined || wait === undefined) {
    return { text: texts.waitUnknown, offerCallback };
  }
  return { text: fillText(texts.waitPosition, { position: String(position), wait }), offerCallback };
}

/** « 4 minutes »; undefined beyond an hour, when no figure is honest. */
function spokenWait(seconds: number): string | undefined {
  const minutes = steps.find((step) => step * 60 >= seconds);
  if (minutes === undefined) {
    return undefined;
  }
  return minutes === 1 ? 'une minute' : `${minutes} minutes`;
}
