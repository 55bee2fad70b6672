/**
 * Counts of a scheme or of all, over a day or a week. Everything here adds up, so that rates and means are always made of sums and never of
 * other rates (domain facts §1, trap 1). Durations are whole seconds.
 */
export interface Figures {
  /** Every inbound call. `received = closed + offered + beforeQueue + technical`. */
  readonly received: number;
  readonly closed: number;
  /** `offered = answered + abandoned`. */
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Of `abandoned`, those that left the queue in less than 5 s. */
  readonly shortAbandons: number;
  /** In hours, left before any queue. */
  readonly beforeQueue: number;
  readonly technical: number;
  /** Of `abandoned`, those whose caller was reached by callback before the end of the next open day. */
  readonly reachedByCallback: number;
  /** `callbacksCreated = callbacksReached + callbacksNotReached + callbacksAnsweredInbound + callbacksOpen`. */
  readonly callbacksCreated: number;
  readonly callbacksReached: number;
  readonly callbacksNotReached: number;
  readonly callbacksAnsweredInbound: number;
  readonly callbacksOpen: number;
  /** Time in queue of the answered calls. */
  readonly waitSeconds: number;
  /** Longest time in queue of an offered call, answered or not. The only figure combined by maximum. */
  readonly longestWaitSeconds: number;
  /** Conversation + hold + after-call work of the answered calls (COMMON-25). */
  readonly handlingSeconds: number;
  readonly callbackConversations: number;
  readonly callbackHandlingSeconds: number;
  /** Outbound campaigns. */
  readonly outboundMade: number;
  readonly outboundReached: number;
  readonly outboundNotReached: number;
  readonly appointments: number;
  /** Questions not closed at the end of the day: a stock, see `addDays` of the weekly report. */
  readonly pendingQuestions: number;
}

export const noFigures: Figures = {
  received: 0,
  closed: 0,
  offered: 0,
  answered: 0,
  abandoned: 0,
  shortAbandons: 0,
  beforeQueue: 0,
  technical: 0,
  reachedByCallback: 0,
  callbacksCreated: 0,
  callbacksReached: 0,
  callbacksNotReached: 0,
  callbacksAnsweredInbound: 0,
  callbacksOpen: 0,
  waitSeconds: 0,
  longestWaitSeconds: 0,
  handlingSeconds: 0,
  callbackConversations: 0,
  callbackHandlingSeconds: 0,
  outboundMade: 0,
  outboundReached: 0,
  outboundNotReached: 0,
  appointments: 0,
  pendingQuestions: 0,
};

/** Sum of figures of disjoint calls (schemes of one day, or days of one scheme). */
export function addFigures(all: readonly Figures[]): Figures {
  const total: Record<keyof Figures, number> = { ...noFigures };
  for (const figures of all) {
    for (const key of Object.keys(noFigures) as (keyof Figures)[]) {
      total[key] = key === 'longestWaitSeconds' ? Math.max(total[key], figures[key]) : total[key] + figures[key];
    }
  }
  return total;
}

/** Sum of the figures of successive days: stocks are those of the last day. */
export function addDaysFigures(days: readonly Figures[]): Figures {
  return { ...addFigures(days), pendingQuestions: days.at(-1)?.pendingQuestions ?? 0 };
}

/** `total / count`, or undefined when there is nothing to divide by. */
export function mean(total: number, count: number): number | undefined {
  return count === 0 ? undefined : total / count;
}
