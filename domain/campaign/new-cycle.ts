import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, isoInstant } from '../calendar/local-time.ts';
import { openingAt } from '../calendar/opening.ts';
import type { Cycle } from './campaign.ts';
import type { CampaignType } from './campaign-type.ts';

const hourMs = 3_600_000;
/** People for each partition of a rank of the due index: one takes 1 000 writes a second, and loading writes them all into one rank. */
const peoplePerShard = 50_000;

/** Beyond any instant: a cycle that is not followed by another. */
const never = '9999-12-31T23:59:59.999Z';

/**
 * The n-th cycle, whose clock starts at `from`. `expected` people decide how widely the due index is spread. `deadline`: when the order that it works for
 * ends, at the latest after the hours of the policy.
 */
export function newCycle(
  n: number,
  from: string,
  type: CampaignType,
  calendar: ProgrammeCalendar,
  expected: number,
  deadline?: string,
): Cycle {
  const opens = opening(calendar, from);
  const start = type.policy.countedFrom === 'activation' ? from : opens;
  const by = later(from, type.startWithinHours);
  const until = later(start, type.policy.withinHours);
  return {
    n,
    from,
    until: deadline !== undefined && deadline < until ? deadline : until,
    renewsAt: type.cycleHours === undefined ? never : later(from, type.cycleHours),
    // within the hours if that instant is open, else at the next opening minute.
    firstCallBy: opening(calendar, by),
    state: 'loading',
    size: 0,
    callable: 0,
    shards: Math.max(1, Math.ceil(expected / peoplePerShard)),
  };
}

/** The instant itself when open, else the next opening. */
function opening(calendar: ProgrammeCalendar, at: string): string {
  const { state, opensAt } = openingAt(calendar, at);
  return state === 'open' ? at : (opensAt ?? at);
}

function later(at: string, hours: number): string {
  return isoInstant(epochMs(at) + hours * hourMs);
}
