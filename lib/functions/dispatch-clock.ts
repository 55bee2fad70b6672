import type { ProgrammeCalendar } from '../../domain/calendar/calendar.ts';
import { isoWeekday } from '../../domain/calendar/local-time.ts';

const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/**
 * When callbacks and campaigns are looked at, each minute or every few: from an hour before the earliest opening to an hour after the latest closing of any week or exception,
 * on the weekdays that any of them opens. Nobody is dialled outside opening hours, and contacts that end wake the dispatcher as well: hours edited
 * beyond these are served, less promptly, until the next deployment.
 */
export function dispatchSchedule({ weeks, exceptions }: ProgrammeCalendar, everyMinutes = 1): string {
  const spans = [
    ...weeks.flatMap(({ hours }) => Object.entries(hours).map(([weekday, on]) => ({ weekday: Number(weekday), on }))),
    ...exceptions.map(({ day, hours }) => ({ weekday: isoWeekday(day), on: hours })),
  ].flatMap(({ weekday, on }) =>
    on.map(({ opens, closes }) => ({ weekday, opens: minutesOf(opens), closes: minutesOf(closes) })),
  );
  if (spans.length === 0) {
    throw new Error('A calendar that never opens has no callbacks to look at; accepted: hours in at least one week');
  }
  const first = Math.max(0, Math.floor((Math.min(...spans.map(({ opens }) => opens)) - 60) / 60));
  const last = Math.min(23, Math.floor((Math.max(...spans.map(({ closes }) => closes)) + 60) / 60));
  const days = weekdays.filter((_, index) => spans.some(({ weekday }) => weekday === index + 1));
  return `cron(${everyMinutes === 1 ? '*' : `0/${everyMinutes}`} ${first}-${last} ? * ${days.join(',')} *)`;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
