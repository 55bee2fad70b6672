import type { AgentContactState, AgentStatus } from './agent-event.ts';

/** An agent as last seen (design decision 9). True only now: never in a report. */
export interface PresentAgent {
  readonly agent: string;
  readonly status: AgentStatus;
  readonly contacts: readonly AgentContactState[];
  readonly routingProfile: string;
  /** Timestamp of the event this was read from: the latest event wins, whatever the order of arrival. */
  readonly eventAt: string;
}

/** Heartbeats come every 120 s: an agent silent for this long has gone without saying so. */
const silenceMs = 5 * 60_000;
/** Two heartbeats in a row need one write: what is kept is then at most four minutes old. */
const refreshMs = 150_000;

/** Port: the board of agents of a programme. */
export interface PresenceBoard {
  /** Strongly consistent. */
  find(programme: string, agent: string): Promise<PresentAgent | undefined>;
  /** Keeps it unless a later event is already kept. */
  keep(programme: string, present: PresentAgent): Promise<void>;
}

/** Whether an agent seen at `eventAt` is still there at `now`. */
export function isPresent({ status, eventAt }: PresentAgent, now: string): boolean {
  return status.type !== 'OFFLINE' && Date.parse(now) - Date.parse(eventAt) < silenceMs;
}

/** Whether `seen` says something that `kept` does not: another status or contact, or simply that the agent is still there. */
export function isNews(seen: PresentAgent, kept: PresentAgent | undefined): boolean {
  if (kept === undefined) {
    return true;
  }
  if (seen.eventAt <= kept.eventAt) {
    return false;
  }
  return stateOf(seen) !== stateOf(kept) || Date.parse(seen.eventAt) - Date.parse(kept.eventAt) >= refreshMs;
}

function stateOf({ status, contacts, routingProfile }: PresentAgent): string {
  const states = contacts.map(({ contactId, state }) => `${contactId} ${state}`).sort();
  return [status.name, status.type, routingProfile, ...states].join('|');
}
