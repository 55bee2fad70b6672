import { localDay } from '../calendar/local-time.ts';
import { nextSendable } from '../message/quiet-hours.ts';
import type { Alert } from './alert.ts';
import { tellAlert } from './alert-entries.ts';
import type { AlertDraft } from './alert-form.ts';
import type { Act, AlertPorts } from './alert-ports.ts';
import { holdPlace } from './hold-place.ts';
import { judgeMass, type MassJudgement, reasonFault } from './mass-guard.ts';
import { saveDraft } from './save-draft.ts';
import { selectRecipients } from './select-recipients.ts';

export interface AlertOrder {
  /** Follows from the operation of the form. */
  readonly alertId: string;
  readonly draft: AlertDraft;
  /** Of the draft that was shown; 0 = a new one. */
  readonly version: number;
  /** Why it may go to most members (ALERTES-28). */
  readonly reason?: string;
  readonly reusedFrom?: string;
  /** The same text to the same groups on the same day, a second time on purpose. */
  readonly again?: boolean;
}

export type Scheduled =
  | { readonly type: 'scheduled'; readonly alert: Alert }
  /** Somebody was first: with this very alert, or with the same message of the same day. */
  | { readonly type: 'already'; readonly alertId: string }
  /** Somebody changed the draft meanwhile. */
  | { readonly type: 'changed' }
  /** `fault`: what is wrong with the reason; absent when the role may give none. */
  | { readonly type: 'mass'; readonly judgement: MassJudgement; readonly fault?: string }
  | { readonly type: 'nobody' };

/**
 * Schedules a sending (ALERTES-06), once: a double click is the same alert, and of two users who send the same to the same groups on the same day one wins.
 * The queue is told before the alert says so: a crash in between leaves a hint about a draft.
 */
export async function scheduleAlert(order: AlertOrder, act: Act, ports: AlertPorts): Promise<Scheduled> {
  const { alertId, draft } = order;
  const known = await ports.alerts.read(alertId);
  if (known !== undefined && known.state !== 'draft') {
    return { type: 'already', alertId };
  }
  const refusal = await refusalOf(order, act, ports);
  if (refusal !== undefined) {
    return refusal;
  }
  const drafted = await saveDraft(order, act, ports);
  if (drafted === undefined) {
    return await whatCameFirst(alertId, ports);
  }
  const [rules, { timeZone, holidays }] = await Promise.all([
    ports.content.inForce(ports.programme, 'messageRules', act.at),
    ports.content.inForce(ports.programme, 'calendar', act.at),
  ]);
  const sendAt = nextSendable(rules.quietHours, { zones: [timeZone], holidays }, draft.sendAt ?? act.at);
  const place = { ...drafted, day: localDay(timeZone, sendAt), timeZone, ...(order.again && { again: true }) };
  const holder = await holdPlace(place, act, ports);
  if (holder !== alertId) {
    return { type: 'already', alertId: holder };
  }
  await ports.queue.add([{ at: sendAt, structure: ports.structure, subject: { type: 'alert', alertId } }]);
  const reason = order.reason?.trim() ?? '';
  const alert: Alert = {
    ...drafted,
    ...{
      state: 'scheduled',
      sendAt,
      changedAt: act.at,
      changedBy: act.by,
      author: act.author,
      version: drafted.version + 1,
    },
    ...(reason === '' ? {} : { reason: { text: reason, by: act.by, at: act.at } }),
  };
  if (!(await ports.alerts.write(alert))) {
    return await whatCameFirst(alertId, ports);
  }
  await tellAlert(alert, timeZone, ports);
  return { type: 'scheduled', alert };
}

async function whatCameFirst(alertId: string, { alerts }: Pick<AlertPorts, 'alerts'>): Promise<Scheduled> {
  const now = await alerts.read(alertId);
  return now === undefined || now.state === 'draft' ? { type: 'changed' } : { type: 'already', alertId };
}

/** Why a sending may not be made, if it may not: nobody would get it, or nearly everybody. */
export async function refusalOf(
  { draft, reason = '' }: AlertOrder,
  { at, role }: Act,
  ports: AlertPorts,
): Promise<Scheduled | undefined> {
  const [{ lines, mass }, { massShare }] = await Promise.all([
    selectRecipients(draft, draft.sendAt ?? at, ports),
    ports.content.inForce(ports.programme, 'alerts', at),
  ]);
  if (lines.every(({ skip }) => skip !== undefined)) {
    return { type: 'nobody' };
  }
  const judgement = judgeMass(mass, massShare);
  if (judgement.type !== 'mass') {
    return undefined;
  }
  if (role !== 'admin') {
    return { type: 'mass', judgement };
  }
  const fault = reasonFault(reason);
  return fault === undefined ? undefined : { type: 'mass', judgement, fault };
}
