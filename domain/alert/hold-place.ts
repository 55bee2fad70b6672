import { localDay } from '../calendar/local-time.ts';
import type { Alert } from './alert.ts';
import type { Act, AlertPorts } from './alert-ports.ts';

/** What makes two sendings the same: this text, to these groups, on this local day. */
export interface Place extends Pick<Alert, 'alertId' | 'text' | 'groups'> {
  readonly day: string;
  readonly timeZone: string;
  /** A second time on purpose. */
  readonly again?: boolean;
}

/** Name of a place: the same text, groups and day, whoever writes. */
export function placeKey(
  { text, groups, day }: Pick<Place, 'text' | 'groups' | 'day'>,
  hashOf: AlertPorts['hashOf'],
): string {
  const ids = groups.map(({ groupId }) => groupId).toSorted();
  return `${day}#${hashOf(JSON.stringify([text, ids]))}`;
}

/** Longer than any request lasts. */
const requestMs = 60_000;

/** Takes the place of a sending among those of its day, so that two users who send the same make one SMS a person; answers the alert that holds it. */
export async function holdPlace(
  { alertId, text, groups, day, timeZone, again }: Place,
  { at, by }: Pick<Act, 'at' | 'by'>,
  { alerts, hashOf }: Pick<AlertPorts, 'alerts' | 'hashOf'>,
): Promise<string> {
  const place = placeKey({ text, groups, day }, hashOf);
  const key = `${place}${again ? `#${alertId}` : ''}`;
  const holder = await alerts.claim(key, alertId);
  if (holder === alertId) {
    return holder;
  }
  const other = await alerts.read(holder);
  if (other !== undefined && stands(other, place, { timeZone, hashOf })) {
    const isAlive = other.state !== 'draft' || Date.parse(at) - Date.parse(other.changedAt) < requestMs;
    const closed = { ...other, state: 'cancelled' as const, changedAt: at, changedBy: by, version: other.version + 1 };
    // A draft whose request died holds no place: it is closed first, so that it cannot be scheduled after all.
    if (isAlive || !(await alerts.write(closed))) {
      return holder;
    }
  }
  return await alerts.claim(key, alertId, holder);
}

/** Whether a sending still is what its place says: one that was taken back, or changed into another since, is not. */
function stands(
  other: Alert,
  place: string,
  { timeZone, hashOf }: Pick<Place, 'timeZone'> & Pick<AlertPorts, 'hashOf'>,
): boolean {
  const { state, sendAt } = other;
  if (state === 'cancelled' || state === 'withdrawing') {
    return false;
  }
  return (
    state === 'draft' ||
    sendAt === undefined ||
    placeKey({ ...other, day: localDay(timeZone, sendAt) }, hashOf) === place
  );
}
