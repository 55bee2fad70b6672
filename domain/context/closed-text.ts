import type { Opening, ProgrammeCalendar } from '../calendar/calendar.ts';
import { localDay } from '../calendar/local-time.ts';
import type { CallerTexts } from '../programme/programme.ts';
import { fillText } from './fill-text.ts';
import { spokenHours } from './spoken-hours.ts';
import { spokenInstant } from './spoken-time.ts';

/** What a caller hears when the programme is closed: why, the hours, the web address (SAMPS-08..10). Empty when open. */
export function closedText(opening: Opening, calendar: ProgrammeCalendar, texts: CallerTexts, at: string): string {
  if (opening.state === 'open') {
    return '';
  }
  const values = {
    hours: spokenHours(calendar, localDay(calendar.timeZone, opening.opensAt ?? at)),
    ...(opening.opensAt !== undefined && { opening: spokenInstant(calendar.timeZone, opening.opensAt) }),
    ...(opening.label !== undefined && { label: opening.label }),
  };
  return `${fillText(textFor(opening, texts), values)} ${texts.webAddress}`;
}

function textFor({ reason, opensAt }: Opening, texts: CallerTexts): string {
  if (opensAt === undefined) {
    return texts.afterPeriod;
  }
  switch (reason) {
    case 'holiday':
      return texts.closedHoliday;
    case 'exception':
      return texts.closedException;
    case 'before-period':
      return texts.beforePeriod;
    default:
      return texts.closedHours;
  }
}
