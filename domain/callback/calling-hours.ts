import { callableAt, nextCallableInstant } from '../calendar/calling-window.ts';
import { openingAt } from '../calendar/opening.ts';
import { zonesOfNumber } from '../phone/zones-of-number.ts';
import type { Rules } from './rules.ts';

/** Where the callback policy gives no window: an edit of before it could. */
const usualWindow = { from: '08:00', to: '20:00' } as const;

/** The zones of a number that may not be rung now, because it is too early or too late there (COMMON-08); undefined when it may. */
export function asleepIn(e164: string, { calendar, callbackPolicy }: Rules, at: string): readonly string[] | undefined {
  const zones = zonesOfNumber(e164) ?? [calendar.timeZone];
  return callableAt(zones, callbackPolicy.callingWindow ?? usualWindow, at) ? undefined : zones;
}

/**
 * First instant from `from` on, before `deadline`, at which the number may be dialled: the programme is open, and so is the callee's window
 * when `zones` are known. They are once the number has been met outside its window: until then the window is judged at the dial.
 */
export function firstDialInstant(
  { calendar, callbackPolicy }: Rules,
  zones: readonly string[] | undefined,
  from: string,
  deadline: string,
): string | undefined {
  if (zones !== undefined) {
    return nextCallableInstant(calendar, zones, callbackPolicy.callingWindow ?? usualWindow, from, deadline);
  }
  const opening = openingAt(calendar, from);
  const at = opening.state === 'open' ? from : opening.opensAt;
  return at === undefined || at >= deadline ? undefined : at;
}
