import type { ProgrammeCalendar } from './calendar.ts';
import { addDays, epochMs, instantOf, isoInstant, localDay } from './local-time.ts';
import { openingAt } from './opening.ts';

/** When a person may be rung, each day: local times `HH:MM` of the callee, `from` included, `to` excluded, `from` < `to`. */
export interface CallingWindow {
  readonly from: string;
  readonly to: string;
}

/** Whether an instant is inside the window in every zone the callee may be in (COMMON-08). Throws when the window is empty. */
export function callableAt(zones: readonly string[], window: CallingWindow, at: string): boolean {
  const instant = isoInstant(epochMs(at));
  return windowOpens(zones, window, instant) === instant;
}

/**
 * First instant (ISO UTC) from `from` on, and before `until`, at which the programme is open and the callee's window is open in every zone;
 * undefined when there is none.
 */
export function nextCallableInstant(
  calendar: ProgrammeCalendar,
  zones: readonly string[],
  window: CallingWindow,
  from: string,
  until: string,
): string | undefined {
  let at: string | undefined = isoInstant(epochMs(from));
  const end = isoInstant(epochMs(until));
  while (at !== undefined && at < end) {
    const opening = openingAt(calendar, at);
    const callable: string = windowOpens(zones, window, at);
    if (opening.state === 'open' && callable === at) {
      return at;
    }
    at = opening.state === 'open' ? callable : opening.opensAt;
  }
  return undefined;
}

/** The instant itself inside the window of all zones, else the latest of the openings that come next: nothing earlier can be inside all. */
function windowOpens(zones: readonly string[], window: CallingWindow, at: string): string {
  return (
    zones
      .map((zone) => opensIn(zone, window, at))
      .sort()
      .at(-1) ?? at
  );
}

function opensIn(timeZone: string, { from, to }: CallingWindow, at: string): string {
  if (from >= to) {
    throw new Error(`Calling window from "${from}" to "${to}" is empty; accepted: from < to, such as 08:00 to 20:00`);
  }
  const day = localDay(timeZone, at);
  const opens = instantOf(timeZone, day, from);
  if (at < opens) {
    return opens;
  }
  return at < instantOf(timeZone, day, to) ? at : instantOf(timeZone, addDays(day, 1), from);
}
