import { localDay } from '../calendar/local-time.ts';
import { nextSendable } from '../message/quiet-hours.ts';
import type { Alert } from './alert.ts';
import { tellAlert } from './alert-entries.ts';
import type { Act, AlertPorts } from './alert-ports.ts';
import { holdPlace } from './hold-place.ts';
import { type AlertOrder, refusalOf, type Scheduled } from './schedule-alert.ts';

export type Rescheduled =
  | Scheduled
  /** It left, or was cancelled, before the change: nothing of it was changed. */
  | { readonly type: 'left' };

/** Whether a sending can still be changed: nobody was chosen for it. */
export function isChangeable({ state }: Pick<Alert, 'state'>): boolean {
  return state === 'scheduled' || state === 'held';
}

/**
 * Changes a sending before it leaves, over the version that was on the screen (ALERTES-06). The clock that chooses its recipients at the same moment writes
 * over that version too: one of the two comes first, and the other changes nothing. A reason that was given is given again, since what it was for changed.
 */
export async function rescheduleAlert(order: AlertOrder, act: Act, ports: AlertPorts): Promise<Rescheduled> {
  const { alertId, draft } = order;
  const [rules, { timeZone, holidays }] = await Promise.all([
    ports.content.inForce(ports.programme, 'messageRules', act.at),
    ports.content.inForce(ports.programme, 'calendar', act.at),
  ]);
  const sendAt = nextSendable(rules.quietHours, { zones: [timeZone], holidays }, draft.sendAt ?? act.at);
  const known = await ports.alerts.read(alertId);
  if (known === undefined || known.version !== order.version || !isChangeable(known)) {
    return whatItIs(known, order, sendAt);
  }
  const refusal = await refusalOf(order, act, ports);
  if (refusal !== undefined) {
    return refusal;
  }
  const day = localDay(timeZone, sendAt);
  const place = { alertId, text: draft.text, groups: draft.groups, day, timeZone };
  const holder = await holdPlace({ ...place, ...(order.again && { again: true }) }, act, ports);
  if (holder !== alertId) {
    return { type: 'already', alertId: holder };
  }
  await ports.queue.add([{ at: sendAt, structure: ports.structure, subject: { type: 'alert', alertId } }]);
  const { reason: _reason, held: _held, ...kept } = known;
  const reason = order.reason?.trim() ?? '';
  const alert: Alert = {
    ...{ ...kept, ...draft, state: 'scheduled', sendAt },
    ...{ changedAt: act.at, changedBy: act.by, author: act.author, version: known.version + 1 },
    ...(reason === '' ? {} : { reason: { text: reason, by: act.by, at: act.at } }),
  };
  if (!(await ports.alerts.write(alert))) {
    return whatItIs(await ports.alerts.read(alertId), order, sendAt);
  }
  await tellAlert(alert, timeZone, ports);
  return { type: 'scheduled', alert };
}

/** Who comes after the version that was shown: the other click of the same form, somebody else, or the clock. */
function whatItIs(known: Alert | undefined, { draft }: AlertOrder, sendAt: string): Rescheduled {
  if (known === undefined) {
    return { type: 'changed' };
  }
  const isSame = contentOf(known) === contentOf(draft) && (draft.sendAt === undefined || known.sendAt === sendAt);
  if (isChangeable(known)) {
    return isSame ? { type: 'scheduled', alert: known } : { type: 'changed' };
  }
  return { type: 'left' };
}

function contentOf({ title, category, text, groups }: AlertOrder['draft']): string {
  return JSON.stringify([title, category, text, groups.map(({ groupId }) => groupId)]);
}
