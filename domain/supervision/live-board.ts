import type { BoardCallbacks, BoardNow, BoardRow, LiveBoard } from '../../contracts/live-board.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, localDay } from '../calendar/local-time.ts';
import { openIntervals } from '../calendar/opening.ts';
import type { CallbackRegister, DueNumber } from '../callback/callback-register.ts';
import type { Centre } from '../campaign/dispatch-run.ts';
import type { PresenceBoard } from '../presence/presence.ts';
import { answerRate } from '../report/answer-rate.ts';
import type { SchemeFigures } from '../report/daily.ts';
import { type Figures, mean } from '../report/figures.ts';
import { type ReadPorts, reportReader } from '../report/read-report.ts';
import type { ReportedProgramme } from '../report/report-subject.ts';
import { boardAgents } from './board-agents.ts';
import { closingForecast } from './closing-forecast.ts';

export interface BoardPorts extends ReadPorts {
  readonly presence: Pick<PresenceBoard, 'read'>;
  readonly callbacks: Pick<CallbackRegister, 'dueUntil'>;
  readonly centre: Centre;
}

/** `at`: ISO instant. `withAgents`: whoever asks may see the agents one by one (a supervisor, not the client). */
export interface BoardQuestion {
  readonly programme: ReportedProgramme;
  readonly at: string;
  readonly withAgents: boolean;
}

/**
 * The wallboard of a programme (COMMON-44): the counts are those that the daily report would print now, by the same functions over the same journal;
 * what is true only now comes from Connect and from presence, apart from them (design principle 2).
 */
export async function liveBoard({ programme, at, withAgents }: BoardQuestion, ports: BoardPorts): Promise<LiveBoard> {
  const calendar = await ports.content.inForce(programme.name, 'calendar', at);
  const day = localDay(calendar.timeZone, at);
  const [report, due, now, presence] = await Promise.all([
    reportReader(programme, calendar, at, ports)(day),
    ports.callbacks.dueUntil(programme.name, at),
    boardNow(programme.name, at, ports),
    withAgents ? ports.presence.read(programme.name) : undefined,
  ]);
  const { total } = report;
  const rates = answerRate(total);
  const opening = openingOf(calendar, day);
  const forecast =
    opening === undefined ? undefined : closingForecast({ ...soFar(total, opening, at), callbacksDue: due.length });
  return {
    programme: programme.name,
    title: programme.title,
    timeZone: calendar.timeZone,
    at,
    day,
    ...(opening && { opening }),
    schemes: report.schemes.map(rowOf),
    total: rowOf({ code: 'TOTAL', label: 'Total', figures: total }),
    halfHours: report.halfHours.map(({ from, offered, answered, abandoned }) => ({
      from,
      offered,
      answered,
      abandoned,
    })),
    ...(rates && { rates }),
    objective: report.subject.answerRateObjective,
    ...(forecast && { forecast }),
    pendingQuestions: total.pendingQuestions,
    callbacks: {
      open: total.callbacksOpen,
      ...dueCallbacks(due),
      reached: total.callbacksReached,
      notReached: total.callbacksNotReached,
    },
    ...(now && { now }),
    ...(presence && { agents: boardAgents(presence.agents, at) }),
  };
}

/** Callbacks to be dialled at `at`, and since when the oldest is. */
export function dueCallbacks(due: readonly DueNumber[]): Pick<BoardCallbacks, 'dueNow' | 'oldestDue'> {
  const oldestDue = due.find(({ next }) => next.type === 'dial')?.next.at;
  return { dueNow: due.length, ...(oldestDue === undefined ? {} : { oldestDue }) };
}

/** What is true only at `at`; undefined while Connect cannot say. */
export async function boardNow(
  programme: string,
  at: string,
  { content, centre }: Pick<BoardPorts, 'content' | 'centre'>,
): Promise<BoardNow | undefined> {
  const schemes = await content.inForce(programme, 'schemes', at);
  const load = await centre.now([...new Set(schemes.map(({ queue }) => queue))]);
  if (load === 'throttled') {
    return undefined;
  }
  const { contactsWaiting, agentsOnline, agentsAvailable, agentsOnContact, agentsAfterCall, longestWaitSeconds } = load;
  return {
    ...{ waiting: contactsWaiting, agentsOnline, agentsAvailable, agentsOnContact, agentsAfterCall },
    ...(longestWaitSeconds === undefined ? {} : { longestWait: longestWaitSeconds }),
  };
}

function openingOf(
  calendar: ProgrammeCalendar,
  day: string,
): { readonly from: string; readonly to: string } | undefined {
  const intervals = openIntervals(calendar, day);
  const [first] = intervals;
  const last = intervals.at(-1);
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
}

function soFar(total: Figures, { from, to }: { readonly from: string; readonly to: string }, at: string) {
  const elapsed = (epochMs(at) - epochMs(from)) / (epochMs(to) - epochMs(from));
  const kept = total.callbacksReached + total.callbacksAnsweredInbound;
  return {
    offered: total.offered,
    answered: total.answered,
    reachedByCallback: total.reachedByCallback,
    callbacksKept: kept,
    callbacksOver: kept + total.callbacksNotReached,
    elapsed: Math.min(1, elapsed),
  };
}

function rowOf({ code, label, figures }: Pick<SchemeFigures, 'code' | 'label' | 'figures'>): BoardRow {
  const { received, offered, answered, abandoned, reachedByCallback, callbacksOpen } = figures;
  const meanWait = mean(figures.waitSeconds, answered);
  const meanHandling = mean(figures.handlingSeconds, answered);
  return {
    code,
    label,
    received,
    offered,
    answered,
    abandoned,
    reachedByCallback,
    callbacksOpen,
    longestWait: figures.longestWaitSeconds,
    ...(meanWait === undefined ? {} : { meanWait }),
    ...(meanHandling === undefined ? {} : { meanHandling }),
  };
}
