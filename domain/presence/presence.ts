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

/** What is kept of the agents of one programme. */
export interface KeptBoard {
  readonly agents: readonly PresentAgent[];
  /** Grows by one at each write; 0 = nothing kept yet. */
  readonly version: number;
}

/** An agent as the events of one batch show them. */
export interface SeenAgent extends PresentAgent {
  /** One of these events told a change; else all were heartbeats. */
  readonly changed: boolean;
}

/** Heartbeats come every 120 s: an agent silent for this long has gone without saying so. */
const silenceMs = 5 * 60_000;
/** Two heartbeats in a row need one write: what is kept is then at most four minutes old. */
const refreshMs = 150_000;
/** Who has not been seen for this long leaves the board. */
const forgottenMs = 86_400_000;

/** Port: the board of agents of a programme, one item written whole. */
export interface PresenceBoard {
  /** Strongly consistent. */
  read(programme: string): Promise<KeptBoard>;
  /** Writes only over the version before; false when another writer came first. */
  write(programme: string, board: KeptBoard): Promise<boolean>;
}

/** Whether an agent seen at `eventAt` is still there at `now`. */
export function isPresent({ status, eventAt }: PresentAgent, now: string): boolean {
  return status.type !== 'OFFLINE' && Date.parse(now) - Date.parse(eventAt) < silenceMs;
}

/** The board with what was seen; undefined when that brings no news. Agents in order of their names. */
export function withSeen(board: KeptBoard, seen: readonly SeenAgent[]): KeptBoard | undefined {
  const agents = new Map(board.agents.map((agent) => [agent.agent, agent]));
  const news = seen.filter((one) => isNews(one, agents.get(one.agent)));
  if (news.length === 0) {
    return undefined;
  }
  for (const { changed: _, ...agent } of news) {
    agents.set(agent.agent, agent);
  }
  const newest = Math.max(...[...agents.values()].map(({ eventAt }) => Date.parse(eventAt)));
  return {
    version: board.version + 1,
    agents: [...agents.values()]
      .filter(({ eventAt }) => Date.parse(eventAt) > newest - forgottenMs)
      .sort((a, b) => (a.agent < b.agent ? -1 : 1)),
  };
}

/**
 * Whether `seen` says something that `kept` does not. A change always does: what this environment remembers may since have been overwritten by
 * another. A heartbeat does when it shows another state, or when its agent was last kept long ago.
 */
function isNews(seen: SeenAgent, kept: PresentAgent | undefined): boolean {
  if (kept === undefined || seen.eventAt <= kept.eventAt) {
    return kept === undefined;
  }
  return (
    seen.changed || stateOf(seen) !== stateOf(kept) || Date.parse(seen.eventAt) - Date.parse(kept.eventAt) >= refreshMs
  );
}

function stateOf({ status, contacts, routingProfile }: PresentAgent): string {
  const states = contacts.map(({ contactId, state }) => `${contactId} ${state}`).sort();
  return [status.name, status.type, routingProfile, ...states].join('|');
}
