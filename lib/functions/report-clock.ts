import type { ProgrammeCalendar } from '../../domain/calendar/calendar.ts';

/** Minutes after closing: callers who waited at closing are still served, and their records come up to a minute after wrap-up. */
const drainMinutes = 30;

/** Monday 07:00 on the programme's clock (SAMPS-36). */
export const weeklySchedule = 'cron(0 7 ? * MON *)';

const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/**
 * When the daily report is made: half an hour after each closing time of the usual week, on the days that close then. Days that close earlier by
 * exception are reported at the usual time. `id` tells the schedules apart when a week has several closing times; empty for the first.
 */
export function closingSchedules(
  calendar: ProgrammeCalendar,
): readonly { readonly id: string; readonly expression: string }[] {
  const byClosing = new Map<string, string[]>();
  for (const [index, name] of weekdays.entries()) {
    const closes = (calendar.weeks.at(-1)?.hours[String(index + 1)] ?? [])
      .map((one) => one.closes)
      .sort()
      .at(-1);
    if (closes !== undefined) {
      byClosing.set(closes, [...(byClosing.get(closes) ?? []), name]);
    }
  }
  return [...byClosing].map(([closes, days], index) => {
    const [hours, minutes] = closes.split(':').map(Number);
    const due = (hours ?? 0) * 60 + (minutes ?? 0) + drainMinutes;
    if (due >= 24 * 60) {
      throw new Error(`A programme that closes at ${closes} has no daily report: it would be due the next day`);
    }
    return {
      id: index === 0 ? '' : `-${closes.replace(':', '')}`,
      expression: `cron(${due % 60} ${Math.floor(due / 60)} ? * ${daysOf(days)} *)`,
    };
  });
}

/**
 * When the dashboard of a follow-up is made: with the last daily report of the usual week, on every day, since messages leave on closed days too.
 * Promised by 20:00 (ARS-23): a later closing is refused.
 */
export function everyEvening(calendar: ProgrammeCalendar): string {
  const closings = Object.values(calendar.weeks.at(-1)?.hours ?? {}).flatMap((day) => day.map(({ closes }) => closes));
  const [hours, minutes] = (closings.sort().at(-1) ?? '00:00').split(':').map(Number);
  const due = (hours ?? 0) * 60 + (minutes ?? 0) + drainMinutes;
  if (due >= 20 * 60) {
    throw new Error(`A follow-up that closes at ${closings.at(-1)} has no dashboard by 20:00; accepted: before 19:30`);
  }
  return `cron(${due % 60} ${Math.floor(due / 60)} ? * * *)`;
}

/** `MON-FRI` when the days follow each other, else a list: the scheduler's week begins on Sunday, so no run goes beyond Saturday. */
function daysOf(days: readonly string[]): string {
  const [first] = days;
  const last = days.at(-1);
  const run = weekdays.slice(weekdays.indexOf(first ?? ''), weekdays.indexOf(last ?? '') + 1);
  return days.length > 2 && last !== 'SUN' && run.join() === days.join() ? `${first}-${last}` : days.join(',');
}
