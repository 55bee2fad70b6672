import type { Act, AlertPorts } from '../alert/alert-ports.ts';
import type { AdministrativeDate } from './administrative-date.ts';
import type { DateSheet } from './date-form.ts';
import { nextReminder, type ReminderRules } from './reminders.ts';

/** How reminders leave in a programme, at an instant. */
export async function reminderRules(
  { programme, content }: Pick<AlertPorts, 'programme' | 'content'>,
  at: string,
): Promise<ReminderRules> {
  const [{ quietHours }, { timeZone, holidays }] = await Promise.all([
    content.inForce(programme, 'messageRules', at),
    content.inForce(programme, 'calendar', at),
  ]);
  return { quietHours, timeZone, holidays };
}

export type SavedDate =
  | { readonly type: 'saved'; readonly date: AdministrativeDate }
  /** Another user changed it meanwhile. */
  | { readonly type: 'changed' }
  | { readonly type: 'unknown' };

/**
 * Notes a date of a member, over the version that was shown (0 = a new one); noted again by a double click, it is the same. The queue is told first: what
 * it says of a date that was not written is only looked at.
 */
export async function saveDate(
  { dateId, memberId, version, sheet }: { dateId: string; memberId: string; version: number; sheet: DateSheet },
  { at, by }: Pick<Act, 'at' | 'by'>,
  ports: Pick<AlertPorts, 'programme' | 'structure' | 'dates' | 'members' | 'queue' | 'content'>,
): Promise<SavedDate> {
  const [[member], known] = await Promise.all([ports.members.read([memberId]), ports.dates.read(dateId)]);
  if (member === undefined || (known === undefined && version > 0)) {
    return { type: 'unknown' };
  }
  if (known !== undefined && contentOf(known) === contentOf(sheet)) {
    return { type: 'saved', date: known };
  }
  if ((known?.version ?? 0) !== version) {
    return { type: 'changed' };
  }
  const { createdAt, createdBy } = known ?? { createdAt: at, createdBy: by };
  const written = { createdAt, createdBy, changedAt: at, changedBy: by, version: version + 1 };
  const date: AdministrativeDate = { dateId, memberId, ...sheet, ...written };
  const next = nextReminder(date, at, await reminderRules(ports, at));
  if (next !== undefined) {
    await ports.queue.add([{ at: next.at, structure: ports.structure, subject: { type: 'date', dateId } }]);
  }
  return (await ports.dates.write(date)) ? { type: 'saved', date } : { type: 'changed' };
}

function contentOf({ kind, day, time, recurrence, remindersBefore, referent }: DateSheet): string {
  return JSON.stringify([kind, day, time, recurrence, remindersBefore, referent?.name, referent?.phone]);
}
