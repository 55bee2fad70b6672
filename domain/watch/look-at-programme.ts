import type { LiveBoard } from '../../contracts/live-board.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { localDay } from '../calendar/local-time.ts';
import { openIntervals, openingAt } from '../calendar/opening.ts';
import type { Programme } from '../programme/programme.ts';
import type { ReportCatalogue } from '../report/report-catalogue.ts';
import type { BoardPorts } from '../supervision/live-board.ts';
import { boardNow, dueCallbacks, liveBoard } from '../supervision/live-board.ts';
import type { ReadCampaigns } from '../supervision/push-campaigns.ts';
import { runWatch, type WatchPorts } from './run-watch.ts';
import { type WatchedBoard, watchFigures } from './watch-figures.ts';

export interface LookPorts extends BoardPorts {
  readonly catalogue: Pick<ReportCatalogue, 'issuesOf'>;
  readonly readCampaigns: ReadCampaigns;
  /** How a programme's episodes are kept and told. */
  readonly watch: (programme: Programme, timeZone: string) => WatchPorts;
}

export interface Look {
  readonly programme: Programme;
  /** ISO instant. */
  readonly at: string;
  /** When somebody has just made it: then nothing else is read, and what it does not say stays as it was. */
  readonly board?: LiveBoard;
}

/** Minutes between two looks of the clock. */
export const watchMinutes = 5;
/** What takes the reading of days is looked at less often. */
const slowMinutes = 15;

/** Holds the figures of a programme against its rules (COMMON-44); nothing of a programme that has none. */
export async function lookAtProgramme({ programme, at, board: made }: Look, ports: LookPorts): Promise<void> {
  const { name } = programme;
  if (programme.watchRules === undefined) {
    return;
  }
  const [rules, calendar] = await Promise.all([
    ports.content.inForce(name, 'watchRules', at),
    ports.content.inForce(name, 'calendar', at),
  ]);
  const isOpen = openingAt(calendar, at).reason === 'open';
  const board = isOpen ? (made ?? (await boardOf(programme, at, ports))) : undefined;
  const late = made === undefined ? await reportLate(name, calendar, at, ports) : undefined;
  const campaigns = made === undefined && isSlowLook(at) ? await ports.readCampaigns(name, at) : 'unread';
  const figures = watchFigures({
    ...{ calendar, at },
    ...(board && { board }),
    ...(campaigns === 'unread' ? {} : { campaigns: campaigns ?? null }),
    ...(late === undefined ? {} : { reportLateMinutes: late }),
  });
  const { timeZone } = calendar;
  await runWatch({ programme: name, timeZone, at, rules, figures }, ports.watch(programme, timeZone));
}

/** Who waits, who is free and what callbacks are due, which are three requests; with the figures of the day when its journal is read. */
async function boardOf(programme: Programme, at: string, ports: LookPorts): Promise<WatchedBoard> {
  if (isSlowLook(at)) {
    return await liveBoard({ programme, at, withAgents: false }, ports);
  }
  const [due, now] = await Promise.all([
    ports.callbacks.dueUntil(programme.name, at),
    boardNow(programme.name, at, ports),
  ]);
  return { callbacks: dueCallbacks(due), ...(now && { now }) };
}

function isSlowLook(at: string): boolean {
  return new Date(at).getUTCMinutes() % slowMinutes < watchMinutes;
}

/** Of the day that has closed, on the evening of it: absent before, and on closed days. */
async function reportLate(
  programme: string,
  calendar: ProgrammeCalendar,
  at: string,
  { catalogue }: LookPorts,
): Promise<number | undefined> {
  const day = localDay(calendar.timeZone, at);
  const closing = openIntervals(calendar, day).at(-1)?.to;
  if (closing === undefined || at < closing) {
    return undefined;
  }
  const issues = await catalogue.issuesOf(programme, 'daily', day);
  const isThere = issues.some(({ published }) => published !== undefined);
  return isThere ? 0 : Math.floor((Date.parse(at) - Date.parse(closing)) / 60_000);
}
