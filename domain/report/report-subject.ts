import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { Content } from '../content/content.ts';
import type { ReportSubject } from './daily.ts';
import { endOfDay } from './day-figures.ts';

/** A programme, as far as its reports go. */
export interface ReportedProgramme {
  readonly name: string;
  readonly title: string;
  /** Present where it calls people on its own account. */
  readonly outbound?: unknown;
}

/** What a report is about: hours as known at `tick`, schemes, motives and objective as in force at the end of `day`, or at `tick` if that is earlier. */
export async function subjectOf(
  programme: ReportedProgramme,
  calendar: ProgrammeCalendar,
  day: string,
  tick: string,
  content: Content,
): Promise<ReportSubject> {
  const end = endOfDay(calendar, day);
  const at = end < tick ? end : tick;
  const [schemes, motives, objectives, campaignTypes] = await Promise.all([
    content.inForce(programme.name, 'schemes', at),
    content.inForce(programme.name, 'motives', at),
    content.inForce(programme.name, 'objectives', at),
    programme.outbound === undefined ? undefined : content.inForce(programme.name, 'campaignTypes', at),
  ]);
  return {
    programme: programme.name,
    title: programme.title,
    calendar,
    schemes,
    motives,
    answerRateObjective: objectives.answerRate,
    ...(campaignTypes && { campaignTypes }),
  };
}
