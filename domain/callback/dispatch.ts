import { isAppointmentCall } from '../appointment/appointment-call.ts';
import { openingAt, openMinutesBetween } from '../calendar/opening.ts';
import type { DueNumber } from './callback-register.ts';
import { dialNumber, resumeDial } from './dial-number.ts';
import type { DispatchContext, DispatchPorts, DispatchRun } from './dispatch-context.ts';
import { later, leaseMs } from './lease.ts';
import { settleAttempt } from './settle-attempt.ts';
import { settleSources } from './settle-sources.ts';

export interface DispatchReport {
  readonly dialled: number;
  /** Numbers left to people with another telephone. */
  readonly manual: number;
  /** Callbacks that have been due for too long. */
  readonly overdue: number;
}

/** A promised call that waits longer than this, in minutes of opening, is worth an alarm. */
const overdueMinutes = 240;
/** A dial still counts as taking an agent this long after its ring time: the person has just answered, the agent not yet. */
const connectingMs = 30_000;

/**
 * One run of the dispatcher, at a tick or when an agent becomes free (design §5): settles what is uncertain, then dials the callbacks that are
 * due, appointments first, then whose first call is the oldest, for as many agents as are free. Outside opening it does nothing; while callers wait it dials nobody.
 * A fault with one number does not stop the others; all faults are thrown together at the end.
 */
export async function dispatch(run: DispatchRun, ports: DispatchPorts): Promise<DispatchReport> {
  const { programme, at } = run;
  const nothing = { dialled: 0, manual: 0, overdue: 0 };
  const calendar = await ports.content.inForce(programme, 'calendar', at);
  if (openingAt(calendar, at).state === 'closed') {
    return nothing;
  }
  const lines = await ports.register.dueUntil(programme, later(at, leaseMs));
  if (lines.length === 0) {
    return nothing;
  }
  const [callbackPolicy, schemes] = await Promise.all([
    ports.content.inForce(programme, 'callbackPolicy', at),
    ports.content.inForce(programme, 'schemes', at),
  ]);
  const context: DispatchContext = { ...run, ports, rules: { calendar, callbackPolicy }, schemes };
  const due = lines.filter(({ next }) => next.at <= at).sort(oldestFirst);
  const faults: unknown[] = [];
  const guarded = async <T>(work: Promise<T>): Promise<T | undefined> =>
    await work.catch((fault: unknown) => {
      faults.push(fault);
      return undefined;
    });

  for (const line of lines.filter(({ next }) => next.type === 'lease' && next.oldest === at && next.at > at)) {
    await guarded(resumeDial(line.numberKey, context));
  }
  for (const { numberKey, next } of due) {
    if (next.type === 'lease') {
      await guarded(settleAttempt(numberKey, context));
    } else if (next.type === 'check') {
      await guarded(settleSources(numberKey, context));
    }
  }
  const toDial = due.filter(({ next }) => next.type === 'dial');
  let free = toDial.length === 0 ? 0 : await freeAgents(lines, context);
  let dialled = 0;
  let manual = 0;
  for (const { numberKey } of toDial) {
    if (free <= 0) {
      break;
    }
    const outcome = await guarded(dialNumber(numberKey, context));
    if (outcome === 'throttled') {
      break;
    }
    dialled += outcome === 'dialled' ? 1 : 0;
    manual += outcome === 'manual' ? 1 : 0;
    free -= outcome === 'dialled' ? 1 : 0;
  }
  if (faults.length > 0) {
    throw new AggregateError(faults, `${faults.length} of ${due.length} due callbacks failed: ${String(faults[0])}`);
  }
  const overdue = toDial.filter(({ next }) => openMinutesBetween(calendar, next.at, at) > overdueMinutes).length;
  return { dialled, manual, overdue };
}

/** Agents free for a callback now: none while callers wait, or while another dispatcher has its turn. */
async function freeAgents(
  lines: readonly DueNumber[],
  { ports, programme, owner, at, rules, schemes }: DispatchContext,
) {
  const state = await ports.queues.now([...new Set(schemes.map(({ queue }) => queue))]);
  const ringingSince = Date.parse(at) - rules.callbackPolicy.ringSeconds * 1000 - connectingMs;
  const ringing = lines.filter(({ next }) => next.type === 'lease' && Date.parse(next.oldest) > ringingSince).length;
  const free = state.contactsWaiting > 0 ? 0 : state.agentsAvailable - ringing;
  return free > 0 && (await ports.turn.take(programme, owner, at)) ? free : 0;
}

/** Appointments, which were promised at an hour, before those who have waited longest. */
function oldestFirst(a: DueNumber, b: DueNumber): number {
  const promised = Number(isAppointmentCall(b.next.callbackId)) - Number(isAppointmentCall(a.next.callbackId));
  if (promised !== 0) {
    return promised;
  }
  if (a.next.oldest !== b.next.oldest) {
    return a.next.oldest < b.next.oldest ? -1 : 1;
  }
  return a.numberKey < b.numberKey ? -1 : 1;
}
