import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Journal, QuestionHistory } from '../journal/journal.ts';
import type { Sha256 } from '../journal/journal-hash.ts';
import { type DailyReport, daily } from './daily.ts';
import { reportSpan } from './day-facts.ts';
import { longestOrderDays, ofOrders, orderDays } from './order-facts.ts';
import { type ReportedProgramme, subjectOf } from './report-subject.ts';

export interface ReadPorts {
  readonly journal: Pick<Journal, 'read'> & QuestionHistory;
  readonly content: Content;
  readonly sha256: Sha256;
}

/** Makes daily reports as of one instant, reading each day of the journal once while successive reports need it. */
export function reportReader(
  programme: ReportedProgramme,
  calendar: ProgrammeCalendar,
  tick: string,
  ports: ReadPorts,
): (day: string) => Promise<DailyReport> {
  const days = new Map<string, Promise<readonly JournalEntry[]>>();
  const today = localDay(calendar.timeZone, tick);
  let history: Promise<readonly JournalEntry[]> | undefined;
  const entriesOf = async (day: string) => {
    const reading = days.get(day) ?? ports.journal.read(programme.name, day);
    days.set(day, reading);
    return await reading;
  };
  return async (day) => {
    const span = reportSpan(calendar, day).filter((other) => other <= today);
    const [first = day] = span;
    const oldest = addDays(first, -longestOrderDays);
    for (const known of days.keys()) {
      if (known < oldest || known > (span.at(-1) ?? day)) {
        days.delete(known);
      }
    }
    const entries: JournalEntry[] = [];
    for (const other of span) {
      entries.push(...(await entriesOf(other)));
    }
    for (const before of orderDays(entries, day, first, calendar)) {
      entries.push(...ofOrders(await entriesOf(before)));
    }
    history ??= ports.journal.questionsThrough(programme.name, today);
    const [subject, questions] = await Promise.all([subjectOf(programme, calendar, day, tick, ports.content), history]);
    return daily(subject, day, [...entries, ...questions], tick, ports.sha256);
  };
}
