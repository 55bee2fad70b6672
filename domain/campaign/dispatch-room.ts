import { isPresent, type PresentAgent } from '../presence/presence.ts';
import type { DispatchState } from './campaign-register.ts';
import { type CentreLoad, type CycleScope, type DispatchPorts, later } from './dispatch-run.ts';

/** StartOutboundVoiceContact takes a burst of 5, then 2 a second (Amazon Connect service quotas). */
const burst = 5;
const dialsPerSecond = 2;
/** What may be dialled now. */
export interface Room {
  readonly dials: number;
  /** Dials that are still ringing. */
  readonly flights: readonly string[];
}

/** How many may be dialled now (design decision 8). */
export async function roomFor(
  [first]: readonly CycleScope[],
  { load, agents: seen }: { readonly load: CentreLoad; readonly agents: readonly PresentAgent[] },
  state: DispatchState,
  ports: Pick<DispatchPorts, 'callbacks'>,
): Promise<Room> {
  if (first === undefined) {
    return { dials: 0, flights: [] };
  }
  const { run, type } = first;
  const { programme, at, concurrentCalls } = run;
  const { ratio, afterCallMedianSeconds, waitingThreshold } = type.pacing;
  const flights = state.flights.filter((since) => since > later(at, -type.policy.ringSeconds * 1000));
  if (load.contactsWaiting > waitingThreshold) {
    return { dials: 0, flights };
  }
  const past = seen.filter(
    (agent) => isPresent(agent, at) && isEnding(agent, later(at, -afterCallMedianSeconds * 1000)),
  ).length;
  const agents = load.agentsAvailable + Math.min(load.agentsAfterCall, past);
  const lines = concurrentCalls - load.agentsOnContact - load.contactsWaiting - flights.length;
  const dials = Math.min(Math.floor(agents * ratio) - flights.length - load.contactsWaiting, lines);
  if (dials <= 0) {
    return { dials, flights };
  }
  const due = await ports.callbacks.dueUntil(programme, at);
  return { dials: dials - due.filter(({ next }) => next.type === 'dial').length, flights };
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

/** In after-call work since this instant or before. */
function isEnding({ contacts }: PresentAgent, since: string): boolean {
  return contacts.some((contact) => contact.state === 'ENDED' && contact.since <= since);
}
