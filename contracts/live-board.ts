/** What the wallboard shows (COMMON-44): answered by `liveBoard`, pushed on the live pages. Instants: ISO UTC. Rates: 0..1. Imports nothing. */
export interface LiveBoard {
  readonly programme: string;
  readonly title: string;
  readonly timeZone: string;
  /** Instant of the board. */
  readonly at: string;
  /** Local day, YYYY-MM-DD. */
  readonly day: string;
  /** Opening of the day; absent when the day is closed. */
  readonly opening?: { readonly from: string; readonly to: string };
  /** The day so far, by the functions of the daily report (SAMPS-05, COMMON-26): a row a scheme, and all of them. */
  readonly schemes: readonly BoardRow[];
  readonly total: BoardRow;
  readonly halfHours: readonly BoardHalfHour[];
  /** Absent while nothing was offered. */
  readonly rates?: { readonly answer: number; readonly unanswered: number; readonly live: number };
  readonly objective: number;
  /** Answer rate at closing; absent outside opening hours and while nothing was offered. */
  readonly forecast?: ClosingForecast;
  readonly pendingQuestions: number;
  readonly callbacks: BoardCallbacks;
  /** True only now; undefined while Amazon Connect cannot say (its quota of questions is used up). Never in a report. */
  readonly now?: BoardNow;
  /** As last seen on the agent event stream; absent for whoever may not see the agents one by one. */
  readonly agents?: readonly BoardAgent[];
}

export interface BoardRow {
  readonly code: string;
  readonly label: string;
  readonly received: number;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly reachedByCallback: number;
  readonly callbacksOpen: number;
  /** Seconds; absent when nobody was answered. */
  readonly meanWait?: number;
  readonly longestWait: number;
  readonly meanHandling?: number;
}

export interface BoardHalfHour {
  /** Local HH:MM. */
  readonly from: string;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
}

export interface BoardCallbacks {
  readonly open: number;
  /** Of the number register: to be dialled as soon as an agent is free. */
  readonly dueNow: number;
  /** Since when the oldest of them is due; absent when none is. */
  readonly oldestDue?: string;
  readonly reached: number;
  readonly notReached: number;
}

export interface BoardNow {
  readonly waiting: number;
  readonly agentsOnline: number;
  readonly agentsAvailable: number;
  readonly agentsOnContact: number;
  readonly agentsAfterCall: number;
  /** Seconds that the oldest waiting call has waited so far; 0 when none waits. */
  readonly longestWait?: number;
}

export interface BoardAgent {
  readonly agent: string;
  /** Name of the agent's status in Connect. */
  readonly status: string;
  readonly state: 'free' | 'ringing' | 'talking' | 'holding' | 'after-call' | 'away' | 'offline';
  /** ISO instant since which it has been so. */
  readonly since: string;
}

/** Agents go on answering the same share of calls. `lowest`: no callback reaches anybody any more. `highest`: every one does. `likely`: as many as so far. */
export interface ClosingForecast {
  readonly lowest: number;
  readonly likely: number;
  readonly highest: number;
  /** Calls still expected, at the pace of the half-hours gone by. */
  readonly expectedCalls: number;
}
