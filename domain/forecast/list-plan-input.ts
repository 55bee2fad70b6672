import type { AttemptPolicy, AttemptWindow } from '../attempt/attempt-policy.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { checkReachCurve, type ReachCurve } from './reach-curve.ts';

/** A list to be called in a window by so many agents (REFLEX-31). */
export interface ListPlanInput {
  /** People loaded in the cycle: the objective is a share of them. */
  readonly loaded: number;
  /** Of them, those with a number that may be dialled. */
  readonly callable: number;
  readonly reach: ReachCurve;
  readonly policy: AttemptPolicy;
  readonly calendar: ProgrammeCalendar;
  readonly window: AttemptWindow;
  /** Agents present over the whole of the open hours. */
  readonly agents: number;
  /** Share of their time that attempts fill, 0..1: the rest is waiting for an answer and breaks. */
  readonly occupancy: number;
  /** Agent's time an attempt takes: conversation and after-call work when useful, what is lost when not. `variation`: standard deviation ÷ mean. */
  readonly handling: { readonly usefulSeconds: number; readonly failedSeconds: number; readonly variation: number };
  readonly quotas: { readonly concurrentCalls: number; readonly dialsPerSecond: number };
  /** Share of the loaded people, 0..1, e.g. 0.65 (REFLEX-17). */
  readonly objective: number;
}

/** Throws naming the first figure that makes no sense. */
export function checkListPlanInput(input: ListPlanInput): void {
  const { loaded, callable, agents, occupancy, handling, quotas, objective, window } = input;
  const figures: readonly (readonly [string, number, boolean, string])[] = [
    ['callable', callable, callable >= 0 && callable <= loaded, `from 0 to the ${loaded} people loaded`],
    ['agents', agents, agents >= 0, '0 or more'],
    ['occupancy', occupancy, occupancy > 0 && occupancy <= 1, 'above 0, at most 1'],
    ['handling.usefulSeconds', handling.usefulSeconds, handling.usefulSeconds > 0, 'above 0'],
    ['handling.failedSeconds', handling.failedSeconds, handling.failedSeconds > 0, 'above 0'],
    ['quotas.concurrentCalls', quotas.concurrentCalls, quotas.concurrentCalls >= 0, '0 or more'],
    ['quotas.dialsPerSecond', quotas.dialsPerSecond, quotas.dialsPerSecond > 0, 'above 0'],
    ['objective', objective, objective > 0 && objective <= 1, 'above 0, at most 1'],
  ];
  for (const [name, value, isRight, accepted] of figures) {
    if (!isRight) {
      throw new Error(`Field "${name}" is ${value}; accepted: ${accepted}`);
    }
  }
  if (window.from >= window.until) {
    throw new Error(`The window goes from ${window.from} to ${window.until}; accepted: a deadline after the start`);
  }
  checkReachCurve(input.reach);
}
