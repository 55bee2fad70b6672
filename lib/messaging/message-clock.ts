import type { ProgrammeCalendar } from '../../domain/calendar/calendar.ts';
import type { MessageRules } from '../../domain/message/message-rules.ts';
import { zonesOfSenders } from '../../domain/message/sender.ts';

const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/**
 * When messages are looked at, each minute or as seldom as the rules say: in the hours in which they leave and to the end of the hour after, in which the last are settled. At any hour
 * when it is day elsewhere, or a crisis. Hours edited beyond these are served from the next deployment on.
 */
export function messageSchedule(
  { senders, quietHours, everyMinutes = 1 }: MessageRules,
  { timeZone }: ProgrammeCalendar,
): string {
  const { from, to, days, crisis } = quietHours;
  const minutes = everyMinutes === 1 ? '*' : `0/${everyMinutes}`;
  if (crisis || zonesOfSenders(senders).some((zone) => zone !== timeZone)) {
    return everyMinutes === 1 ? 'rate(1 minute)' : `rate(${everyMinutes} minutes)`;
  }
  const on = weekdays.filter((_, index) => days.includes(index + 1)).join(',');
  const last = Math.min(23, Number(to.slice(0, 2)) + (to.endsWith(':00') ? 0 : 1));
  return `cron(${minutes} ${Number(from.slice(0, 2))}-${last} ? * ${on} *)`;
}
