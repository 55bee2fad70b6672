import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { AttemptPolicy, AttemptWindow } from './attempt-policy.ts';
import { type CallingSlot, callingSlots } from './calling-slots.ts';

/** A dial starts at the latest this long before its slot ends: a tick comes each minute. */
const slotMarginMs = 60_000;

/** The gap is counted from the end of an attempt, and who answers may talk for a while and stop short: longer than nearly any such conversation. */
const attemptMs = 10 * 60_000;

/** What of the policy a person can still be given: this many attempts in this many different parts in all. */
interface Goal {
  readonly attempts: number;
  readonly parts: number;
}

/**
 * What is possible in a window for everyone of the same zones. `parts` are sets of day-parts already used, as bits.
 */
export class AttemptPlan {
  readonly slots: readonly CallingSlot[];
  readonly #policy: AttemptPolicy;
  /** From the start of an attempt to the earliest start of the next, as long as it lasts no longer than most. */
  readonly #spacingMs: number;
  readonly #latest = new Map<number, number>();

  constructor(policy: AttemptPolicy, slots: readonly CallingSlot[]) {
    this.#policy = policy;
    this.slots = slots;
    this.#spacingMs = policy.minimumGapMinutes * 60_000 + attemptMs;
  }

  /**
   * Latest start of the next attempt such that the goal is still met by it and those after; `-Infinity` when it cannot be. This is the promise of
   * the attempt: who starts later breaks a later one (REFLEX-03/04).
   */
  latestStart({ attempts, parts }: Goal, used: number): number {
    if (attempts === 0) {
      return bits(used) >= parts ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    }
    const key = (attempts * 32 + parts) * 65_536 + used;
    const known = this.#latest.get(key);
    if (known !== undefined) {
      return known;
    }
    let latest = Number.NEGATIVE_INFINITY;
    for (const slot of this.slots) {
      const rest = this.latestStart({ attempts: attempts - 1, parts }, used | (1 << slot.part));
      const start = Math.min(slot.to - slotMarginMs, rest - this.#spacingMs);
      if (start >= slot.from && start > latest) {
        latest = start;
      }
    }
    this.#latest.set(key, latest);
    return latest;
  }

  /** The most that can still be given from this instant: attempts first, then different parts. Undefined when not even one attempt. */
  goal(left: number, used: number, from: number): Goal | undefined {
    for (let attempts = left; attempts > 0; attempts -= 1) {
      for (let parts = this.#policy.minimumDayParts; parts >= 0; parts -= 1) {
        const wanted = { attempts, parts };
        if (this.firstStart(wanted, used, from) !== undefined) {
          return wanted;
        }
      }
    }
    return undefined;
  }

  /** Earliest start from `from` on that keeps the goal; with `fresh`, in a part not used yet. */
  firstStart({ attempts, parts }: Goal, used: number, from: number, fresh = false): number | undefined {
    for (const slot of this.slots) {
      const start = Math.max(slot.from, from);
      if (start > slot.to - slotMarginMs || (fresh && (used & (1 << slot.part)) !== 0)) {
        continue;
      }
      const rest = this.latestStart({ attempts: attempts - 1, parts }, used | (1 << slot.part));
      if (start + this.#spacingMs <= rest) {
        return start;
      }
    }
    return undefined;
  }

  /** Any earliest start from `from` on, whatever comes after. */
  anyStart(from: number): number | undefined {
    const slot = this.slots.find(({ to }) => from <= to - slotMarginMs);
    return slot === undefined ? undefined : Math.max(slot.from, from);
  }

  /** The latest start before this instant. */
  lastStart(before: number): number | undefined {
    const slot = this.slots.findLast(({ from }) => from <= before - slotMarginMs);
    return slot === undefined ? undefined : Math.min(slot.to, before) - slotMarginMs;
  }

  /** Part of the day of an instant; undefined outside all slots. */
  partAt(at: number): number | undefined {
    return this.slots.find(({ from, to }) => from <= at && at < to)?.part;
  }

  /** Rank of the slot an instant falls in, or of the next: how urgent a promise is. */
  rankOf(at: number): number {
    const rank = this.slots.findIndex(({ to }) => at < to);
    return rank === -1 ? Math.max(0, this.slots.length - 1) : rank;
  }
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) {
    count += 1;
  }
  return count;
}

/** Everyone of a cycle shares a few plans; content in force is the same object for minutes. */
const plans = new WeakMap<AttemptPolicy, WeakMap<ProgrammeCalendar, Map<string, AttemptPlan>>>();

/** The plan of a policy, calendar, callee's zones (none known: the programme's) and window. */
export function attemptPlan(
  policy: AttemptPolicy,
  calendar: ProgrammeCalendar,
  zones: readonly string[] | undefined,
  window: AttemptWindow,
): AttemptPlan {
  const callee = zones === undefined || zones.length === 0 ? [calendar.timeZone] : zones;
  const key = [window.from, window.until, ...callee].join('|');
  let ofPolicy = plans.get(policy);
  if (ofPolicy === undefined) {
    ofPolicy = new WeakMap();
    plans.set(policy, ofPolicy);
  }
  let ofCalendar = ofPolicy.get(calendar);
  if (ofCalendar === undefined) {
    ofCalendar = new Map();
    ofPolicy.set(calendar, ofCalendar);
  }
  let plan = ofCalendar.get(key);
  if (plan === undefined) {
    plan = new AttemptPlan(policy, callingSlots(policy, calendar, callee, window));
    ofCalendar.set(key, plan);
  }
  return plan;
}
