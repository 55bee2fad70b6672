import { isPresent, type PresentAgent } from '../presence/presence.ts';
import type { DispatchState } from './campaign-register.ts';
import { type CentreLoad, type CycleScope, type DispatchPorts, later } from './dispatch-run.ts';

/** StartOutboundVoiceContact takes a burst of 5, then 2 a second (Amazon Connect service quotas). */
const burst = 5;
const dialsPerSecond = 2;

/** What may be dialled now. */
export interface Room {
  readonly dials: number;
  /** Dials of the last seconds: each may still be ringing. */
  readonly flights: readonly string[];
  /** Dials that ring take what room there is: after so many seconds the oldest has rung long enough, though nothing tells so. 0 = they do not. */
  readonly freesIn: number;
}

/** How many may be dialled now (design decision 8). */
export async function roomFor(
  [first]: readonly Pick<CycleScope, 'run' | 'type'>[],
  { load, agents: seen }: { readonly load: CentreLoad; readonly agents: readonly PresentAgent[] },
  state: DispatchState,
  ports: Pick<DispatchPorts, 'callbacks'>,
): Promise<Room> {
  if (first === undefined) {
    return { dials: 0, flights: [], freesIn: 0 };
  }
  const { run, type } = first;
  const { programme, at, concurrentCalls } = run;
  const { ratio, afterCallMedianSeconds, waitingThreshold } = type.pacing;
  const ringMs = type.policy.ringSeconds * 1000;
  const flights = state.flights.filter((since) => since > later(at, -ringMs));
  if (load.contactsWaiting > waitingThreshold) {
    return { dials: 0, flights, freesIn: 0 };
  }
  const present = seen.filter((agent) => isPresent(agent, at));
  const past = present.filter((agent) => isEnding(agent, later(at, -afterCallMedianSeconds * 1000))).length;
  // Half of those past the median take long still: one alone may leave whoever answers without anybody.
  const agents = load.agentsAvailable + Math.floor(Math.min(load.agentsAfterCall, past) / 2);
  const ringing = stillRinging(flights, present);
  const lines = concurrentCalls - load.agentsOnContact - load.contactsWaiting - ringing.length;
  const room = Math.floor(agents * ratio) - load.contactsWaiting;
  const dials = Math.min(room - ringing.length, lines);
  if (dials <= 0) {
    const [oldest] = ringing;
    const isTaken = room > 0 && oldest !== undefined;
    return { dials, flights, freesIn: isTaken ? Math.ceil((Date.parse(oldest) + ringMs - Date.parse(at)) / 1000) : 0 };
  }
  const due = await ports.callbacks.dueUntil(programme, at);
  return { dials: dials - due.filter(({ next }) => next.type === 'dial').length, flights, freesIn: 0 };
}

/** How many dials Connect takes now, as far as our own are known: others take from the same measure, and are answered when it is exceeded. */
export function dialsTaken(flights: readonly string[], at: string): number {
  let tokens = burst;
  let last = Date.parse(flights[0] ?? at);
  for (const since of [...flights, at]) {
    tokens = Math.min(burst, tokens + ((Date.parse(since) - last) / 1000) * dialsPerSecond) - (since === at ? 0 : 1);
    last = Date.parse(since);
  }
  const now = flights.filter((since) => since === at).length;
  return Math.max(0, Math.floor(tokens - now));
}

const withAgent: ReadonlySet<string> = new Set(['INCOMING', 'CONNECTING', 'CONNECTED']);

/**
 * The dials of which nothing is known yet, ascending. Whoever came to an agent after a dial was rung by it, the oldest first: which one is not known, and
 * how many ring is what counts.
 */
function stillRinging(flights: readonly string[], agents: readonly PresentAgent[]): readonly string[] {
  const came = agents
    .flatMap(({ contacts }) => contacts)
    .flatMap(({ state, since }) => (withAgent.has(state) ? [since] : []))
    .toSorted();
  const ringing = [...flights];
  for (const since of came) {
    const [oldest] = ringing;
    if (oldest !== undefined && oldest < since) ringing.shift();
  }
  return ringing;
}

/** In after-call work since this instant or before. */
function isEnding({ contacts }: PresentAgent, since: string): boolean {
  return contacts.some((contact) => contact.state === 'ENDED' && contact.since <= since);
}
