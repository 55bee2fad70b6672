import type { AttemptPolicy } from '../attempt/attempt-policy.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, instantOf, localDay } from '../calendar/local-time.ts';
import { isOpenDay, nextOpenDay } from '../calendar/opening.ts';
import type { CampaignForecast } from './campaign-forecast.ts';
import { nextChance, type ReachGroup } from './reach-curve.ts';
import { type StaffingForecast, staffingPlan } from './staffing-plan.ts';

/** Who works on orders: those rostered, less those whom inbound calls need at each half-hour, who come first (SAMPS-29). */
export interface OrderStaffing {
  /** Agents rostered for the whole of the opening. */
  readonly agents: number;
  readonly inbound: StaffingForecast;
}

export interface OrderForecastInput {
  readonly policy: AttemptPolicy;
  readonly calendar: ProgrammeCalendar;
  readonly forecast: Pick<CampaignForecast, 'reach' | 'completion' | 'handling' | 'occupancy'>;
  readonly staffing: OrderStaffing;
  /** People still to be called, by attempts already made: index 0 = none yet. */
  readonly people: readonly number[];
  /** ISO instant from which they are called. */
  readonly from: string;
  /** Last local day of the order. */
  readonly deadline: string;
}

export interface OrderForecast {
  /** Local day on which the last one is expected to be done; absent when it is not in sight. */
  readonly projectedEnd?: string;
  /** « Retard prévu » (SAMPS-32). */
  readonly late: boolean;
}

/** Open days looked ahead: an order lasts sixty days at most. */
const mostDays = 90;
/** Half a person: what means of fractions leave. */
const nobody = 0.5;

interface Cohort {
  readonly group: ReachGroup;
  readonly made: number;
  readonly people: number;
}

/**
 * When an order will be done (SAMPS-32), in means, one open day after another: agents whom inbound calls leave free make the attempts that the policy
 * asks for, and people who were not reached are harder to reach.
 */
export function orderForecast(input: OrderForecastInput): OrderForecast {
  const { calendar, from, deadline, forecast, people } = input;
  const { timeZone } = calendar;
  let cohorts: readonly Cohort[] = forecast.reach.groups.flatMap((group) =>
    people.map((count, made) => ({ group, made, people: count * group.share })),
  );
  const first = localDay(timeZone, from);
  let day = isOpenDay(calendar, first) ? first : nextOpenDay(calendar, first);
  let last = first;
  for (let days = 0; days < mostDays && day !== undefined && left(cohorts) >= nobody; days += 1) {
    cohorts = played(cohorts, freeSeconds(input, day), input);
    last = day;
    day = nextOpenDay(calendar, day);
  }
  if (left(cohorts) >= nobody) {
    return { late: true };
  }
  return { projectedEnd: last, late: last > deadline };
}

/** Agents' time that inbound calls leave, as far as it is still to come. */
function freeSeconds({ calendar, staffing, forecast, from }: OrderForecastInput, day: string): number {
  const working = staffing.agents * (1 - staffing.inbound.shrinkage);
  const free = staffingPlan(calendar, day, staffing.inbound).map((half) => {
    const start = epochMs(instantOf(calendar.timeZone, day, half.from));
    const isAhead = start >= epochMs(from);
    return isAhead ? Math.max(0, working - half.agents) * 1800 : 0;
  });
  return free.reduce((sum, one) => sum + one, 0) * forecast.occupancy;
}

/** One open day: whoever had fewest attempts first, each person as often as the gap between two attempts allows. */
function played(cohorts: readonly Cohort[], seconds: number, input: OrderForecastInput): readonly Cohort[] {
  const { policy, forecast } = input;
  const { usefulSeconds, failedSeconds } = forecast.handling;
  let left = seconds;
  let now = cohorts;
  for (let pass = 0; pass < attemptsOfDay(policy); pass += 1) {
    const next: Cohort[] = [];
    for (const { group, made, people } of now.toSorted((a, b) => a.made - b.made)) {
      const chance = nextChance(group, made, 1) * forecast.completion;
      const each = chance * usefulSeconds + (1 - chance) * failedSeconds;
      const called = Math.min(people, left / each);
      left -= called * each;
      next.push({ group, made, people: people - called });
      if (made + 1 < policy.maxAttempts) {
        next.push({ group, made: made + 1, people: called * (1 - chance) * (1 - group.stopShare) });
      }
    }
    now = merged(next);
  }
  return now;
}

/** How many attempts of one person fit in the parts of a day, by the gap between two. */
function attemptsOfDay({ dayParts, minimumGapMinutes }: AttemptPolicy): number {
  const minutes = ({ from, to }: { readonly from: string; readonly to: string }) =>
    Number(to.slice(0, 2)) * 60 + Number(to.slice(3)) - Number(from.slice(0, 2)) * 60 - Number(from.slice(3));
  const open = dayParts.reduce((sum, part) => sum + minutes(part), 0);
  return 1 + Math.floor(Math.max(0, open - 1) / (minimumGapMinutes + 1));
}

function merged(cohorts: readonly Cohort[]): readonly Cohort[] {
  const byKey = new Map<string, Cohort>();
  for (const cohort of cohorts) {
    const key = `${cohort.group.label}|${cohort.made}`;
    byKey.set(key, { ...cohort, people: (byKey.get(key)?.people ?? 0) + cohort.people });
  }
  return [...byKey.values()];
}

function left(cohorts: readonly Cohort[]): number {
  return cohorts.reduce((sum, { people }) => sum + people, 0);
}
