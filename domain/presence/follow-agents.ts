import { localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { AgentStatusEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { AgentEvent } from './agent-event.ts';
import type { AgentIds } from './agent-ids.ts';
import { type KeptBoard, type PresenceBoard, type SeenAgent, withSeen } from './presence.ts';

export interface FollowAgentsPorts {
  readonly board: PresenceBoard;
  /** The boards as this execution environment last read or wrote them, by programme: the next write needs no read. */
  readonly kept: Map<string, KeptBoard>;
  /** Where agents may have one person called for themselves; with those this environment has saved. Absent where they do not. */
  readonly ids?: { readonly saved: Set<string>; readonly port: Pick<AgentIds, 'save'> };
  readonly journal: Journal;
  readonly content: Content;
  /** Programmes that these queues serve. */
  readonly programmesOf: (queues: readonly string[]) => readonly string[];
}

/** One poller reads the shard: another writer is there only while an old environment is being replaced. */
const maxTries = 5;

/**
 * Brings the board up to date with a batch of agent events and files changes of status in the journal. Of several events of one agent only the
 * latest is kept, and all agents of a programme are written at once. Any order and any repeat give the same board and the same journal.
 */
export async function followAgents(events: readonly AgentEvent[], ports: FollowAgentsPorts): Promise<void> {
  const entries: AgentStatusEntry[] = [];
  const seen = new Map<string, Map<string, SeenAgent>>();
  for (const event of events.filter((one) => !isIdleHeartbeat(one))) {
    for (const programme of ports.programmesOf(event.queues)) {
      if (isChangeOfStatus(event)) {
        const { timeZone } = await ports.content.inForce(programme, 'calendar', event.at);
        entries.push(statusEntry(event, programme, localDay(timeZone, event.at)));
      }
      const agents = seen.get(programme) ?? new Map<string, SeenAgent>();
      seen.set(programme, agents.set(event.agent, seenIn(event, agents.get(event.agent))));
    }
  }
  await Promise.all([
    saveIds(events, ports),
    ...(entries.length > 0 ? [ports.journal.append(entries)] : []),
    ...[...seen].map(([programme, agents]) => keep(programme, [...agents.values()], ports)),
  ]);
}

/** Each agent's id once an environment: it never changes. */
async function saveIds(events: readonly AgentEvent[], { ids, programmesOf }: FollowAgentsPorts): Promise<void> {
  for (const { agent, agentId, queues } of events) {
    if (ids !== undefined && agentId !== undefined && !ids.saved.has(agent)) {
      await Promise.all(programmesOf(queues).map((programme) => ids.port.save(programme, agent, agentId)));
      ids.saved.add(agent);
    }
  }
}

function seenIn(event: AgentEvent, before: SeenAgent | undefined): SeenAgent {
  const { agent, status, contacts, routingProfile, at: eventAt } = event;
  const changed = event.type !== 'HEART_BEAT' || (before?.changed ?? false);
  return before === undefined || before.eventAt <= eventAt
    ? { agent, status, contacts, routingProfile, eventAt, changed }
    : { ...before, changed };
}

async function keep(programme: string, seen: readonly SeenAgent[], { board, kept }: FollowAgentsPorts): Promise<void> {
  let known = kept.get(programme) ?? (await board.read(programme));
  for (let tries = 0; tries < maxTries; tries += 1) {
    const next = withSeen(known, seen);
    if (next === undefined || (await board.write(programme, next))) {
      kept.set(programme, next ?? known);
      return;
    }
    known = await board.read(programme);
  }
  kept.delete(programme);
  throw new Error(`Board of agents of "${programme}": ${maxTries} concurrent writes in a row; retry later`);
}

/** Some leave their softphone open over the week-end: an agent who is offline is absent, however alive their browser is. */
function isIdleHeartbeat({ type, status }: AgentEvent): boolean {
  return type === 'HEART_BEAT' && status.type === 'OFFLINE';
}

/** Judged on the event alone, so that it does not depend on the events that came before. */
function isChangeOfStatus({ type, status, previousStatus }: AgentEvent): boolean {
  return type !== 'HEART_BEAT' && (status.name !== previousStatus?.name || status.type !== previousStatus.type);
}

function statusEntry(event: AgentEvent, programme: string, day: string): AgentStatusEntry {
  return {
    kind: 'agent-status',
    programme,
    day,
    time: event.at,
    id: `agent-status#${event.eventId}`,
    agent: event.agent,
    statusName: event.status.name,
    statusType: event.status.type,
  };
}
