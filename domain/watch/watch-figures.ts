import type { BoardCampaign, CampaignBoard } from '../../contracts/campaign-board.ts';
import type { BoardNow, LiveBoard } from '../../contracts/live-board.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { openMinutesBetween } from '../calendar/opening.ts';
import type { WatchFigure, WatchFigures } from './step-watch.ts';

/** What a look at a programme saw. */
export interface Watched {
  /** Absent outside opening hours: nobody waits and nobody answers. */
  readonly board?: WatchedBoard;
  /** Null where nobody is called on the programme's account; absent when it was not read this time. */
  readonly campaigns?: CampaignBoard | null;
  /** Minutes since closing without the report of the day; 0 once it is there; absent when it was not looked for. */
  readonly reportLateMinutes?: number;
  readonly calendar: ProgrammeCalendar;
  /** ISO instant. */
  readonly at: string;
}

/** A wallboard, or of one what is known without the journal of the day. */
export type WatchedBoard = { readonly callbacks: Pick<LiveBoard['callbacks'], 'dueNow' | 'oldestDue'> } & Pick<
  LiveBoard,
  'now'
> &
  Partial<Pick<LiveBoard, 'total' | 'objective' | 'forecast'>>;

/** The figures that rules are held against (contracts/watch.ts), each in its unit: points, calls, minutes, agents, of what a page shows. */
export function watchFigures(seen: Watched): WatchFigures {
  const { reportLateMinutes: late } = seen;
  return {
    ...figuresOfBoard(seen),
    ...figuresOfCampaigns(seen),
    ...(late === undefined ? {} : { 'report-missing': { value: late } }),
  };
}

function figuresOfBoard({ board, calendar, at }: Watched): WatchFigures {
  if (board === undefined) {
    const live = ['closing-rate', 'waiting', 'longest-wait', 'no-agent', 'callbacks-stuck', 'callbacks-late'] as const;
    return Object.fromEntries(live.map((code) => [code, null]));
  }
  const { callbacks, now } = board;
  const { oldestDue } = callbacks;
  return {
    ...rateOf(board),
    'callbacks-late': {
      value: oldestDue === undefined || oldestDue >= at ? 0 : Math.floor(openMinutesBetween(calendar, oldestDue, at)),
    },
    ...(now === undefined ? {} : figuresOfNow(now, callbacks.dueNow)),
  };
}

/** Unknown without the journal; says nothing while nobody has called. */
function rateOf({ total, objective, forecast }: WatchedBoard): WatchFigures {
  if (total === undefined || objective === undefined) {
    return {};
  }
  const gap = forecast === undefined ? null : { value: tenths((objective - forecast.likely) * 100), of: total.offered };
  return { 'closing-rate': gap };
}

function figuresOfNow(now: BoardNow, callbacksDue: number): WatchFigures {
  const { waiting, agentsOnline, agentsAvailable, longestWait } = now;
  const isDispatchable = agentsAvailable > 0 && waiting === 0;
  return {
    waiting: { value: agentsAvailable === 0 ? waiting : 0 },
    'no-agent': { value: agentsOnline === 0 ? 1 : 0 },
    'callbacks-stuck': { value: isDispatchable ? callbacksDue : 0 },
    ...(longestWait === undefined ? {} : { 'longest-wait': { value: Math.floor(longestWait / 60) } }),
  };
}

function figuresOfCampaigns({ campaigns, at }: Watched): WatchFigures {
  if (campaigns === undefined) {
    return {};
  }
  if (campaigns === null) {
    return { 'campaign-behind': null, 'first-call-late': null, 'referral-waiting': null };
  }
  const real = campaigns.campaigns.filter(({ drill, state }) => !drill && state !== 'over');
  const oldest = campaigns.cells.flatMap((cell) => cell.oldest ?? []).sort()[0];
  return {
    'campaign-behind': most(real.map(pointsBehind)),
    'first-call-late': most(real.map((one) => minutesWithoutCall(one, at))),
    'referral-waiting': { value: oldest === undefined ? 0 : minutesBetween(oldest, at) },
  };
}

/** People that should be dealt with by now and are not, in points of what is owed. */
function pointsBehind({ progress }: BoardCampaign): number {
  const { owed = 0, neededNow = 0, doneNow = 0 } = progress ?? {};
  return owed === 0 ? 0 : tenths((Math.max(0, neededNow - doneNow) / owed) * 100);
}

function minutesWithoutCall({ cycles, progress }: BoardCampaign, at: string): number {
  const last = cycles.at(-1);
  const isAwaited = last !== undefined && last.endedAt === undefined && last.callable > 0;
  const hasCalled = progress !== undefined && progress.cycle === last?.n && progress.attempts > 0;
  return isAwaited && !hasCalled && last.firstCallBy < at ? minutesBetween(last.firstCallBy, at) : 0;
}

function most(values: readonly number[]): WatchFigure {
  return { value: Math.max(0, ...values) };
}

function minutesBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
