import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { Content } from '../content/content.ts';
import type { ReportSubject } from './daily.ts';
import { endOfDay } from './day-figures.ts';

/** What a report is about: hours as known at `tick`, schemes, motives and objective as in force at the end of `day`, or at `tick` if that is earlier. */
export async function subjectOf(
  programme: { readonly name: string; readonly title: string },
  calendar: ProgrammeCalendar,
  day: string,
  tick: string,
  content: Content,
): Promise<ReportSubject> {
  const end = endOfDay(calendar, day);
  const at = end < tick ? end : tick;
  const [schemes, motives, objectives] = await Promise.all([
    content.inForce(programme.name, 'schemes', at),
    content.inForce(programme.name, 'motives', at),
    content.inForce(programme.name, 'objectives', at),
  ]);
  return {
    programme: programme.name,
    title: programme.title,
    calendar,
    schemes,
    motives,
    answerRateObjective: objectives.answerRate,
  };
}
