import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, localDay } from '../calendar/local-time.ts';
import { previousOpenDay } from '../calendar/opening.ts';
import type { Content } from '../content/content.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { Sha256 } from '../journal/journal-hash.ts';
import { endOfDay } from '../report/day-figures.ts';
import { type Dashboard, type DashboardSubject, dashboard } from './dashboard.ts';

export interface DashboardReadPorts {
  readonly journal: Pick<Journal, 'read'>;
  readonly content: Content;
  readonly sha256: Sha256;
}

/** Web answers come for so many days after a message. */
const answerDays = 3;

/** Makes dashboards as of one instant, each day's once. */
export function dashboardReader(
  programme: { readonly name: string; readonly title: string },
  calendar: ProgrammeCalendar,
  tick: string,
  ports: DashboardReadPorts,
): (day: string) => Promise<Dashboard> {
  let last: { readonly day: string; readonly board: Promise<Dashboard> } | undefined;
  return (day) => {
    if (last?.day !== day) {
      last = { day, board: readDay(programme, calendar, { day, tick }, ports) };
    }
    return last.board;
  };
}

async function readDay(
  { name, title }: { readonly name: string; readonly title: string },
  calendar: ProgrammeCalendar,
  { day, tick }: { readonly day: string; readonly tick: string },
  { journal, content, sha256 }: DashboardReadPorts,
): Promise<Dashboard> {
  const entries: JournalEntry[] = [...(await journal.read(name, day))];
  const before = previousOpenDay(calendar, day);
  if (before !== undefined) {
    entries.push(...(await journal.read(name, before, 'follow-up')));
  }
  const today = localDay(calendar.timeZone, tick);
  for (let after = 1; after <= answerDays && addDays(day, after) <= today; after += 1) {
    entries.push(...(await journal.read(name, addDays(day, after), 'questionnaire')));
  }
  const end = endOfDay(calendar, day);
  return dashboard(await subjectOf(name, title, calendar, end < tick ? end : tick, content), day, entries, sha256);
}

async function subjectOf(
  programme: string,
  title: string,
  calendar: ProgrammeCalendar,
  at: string,
  content: Content,
): Promise<DashboardSubject> {
  const [protocol, rules] = await Promise.all([
    content.inForce(programme, 'protocol', at),
    content.inForce(programme, 'dashboard', at),
  ]);
  const { statuses, moments, territories, refusalMotives, abandonMotives } = protocol;
  return {
    programme,
    title,
    calendar,
    rules,
    statuses,
    moments: moments.map(({ code }) => code),
    territories,
    refusalMotives,
    abandonMotives,
  };
}
