import { localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { AgentStatusEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { AgentEvent } from './agent-event.ts';
import { isNews, type PresenceBoard, type PresentAgent } from './presence.ts';

export interface FollowAgentsPorts {
  readonly board: PresenceBoard;
  /** What this execution environment itself last kept, by programme and agent: what differs from it is news without reading the board. */
  readonly kept: Map<string, PresentAgent>;
  readonly journal: Journal;
  readonly content: Content;
  /** Programmes that these queues serve. */
  readonly programmesOf: (queues: readonly string[]) => readonly string[];
}

/**
 * Brings the board up to date with a batch of agent events and files changes of status in the journal. Of several events of one agent only the
 * latest is written. Any order and any repeat give the same board and the same journal.
 */
export async function followAgents(events: readonly AgentEvent[], ports: FollowAgentsPorts): Promise<void> {
  const entries: AgentStatusEntry[] = [];
  const latest = new Map<string, { readonly programme: string; readonly seen: PresentAgent }>();
  for (const event of events.filter((one) => !isIdleHeartbeat(one))) {
    for (const programme of ports.programmesOf(event.queues)) {
      if (isChangeOfStatus(event)) {
        const { timeZone } = await ports.content.inForce(programme, 'calendar', event.at);
        entries.push(statusEntry(event, programme, localDay(timeZone, event.at)));
      }
      const key = `${programme}#${event.agent}`;
      if ((latest.get(key)?.seen.eventAt ?? '') <= event.at) {
        const { agent, status, contacts, routingProfile, at: eventAt } = event;
        latest.set(key, { programme, seen: { agent, status, contacts, routingProfile, eventAt } });
      }
    }
  }
  if (entries.length > 0) {
    await ports.journal.append(entries);
  }
  // Each agent is an item of their own: nothing to gain from taking turns.
  await Promise.all(
    [...latest].map(async ([key, { programme, seen }]) => {
      if (await differs(seen, key, programme, ports)) {
        await ports.board.keep(programme, seen);
        ports.kept.set(key, seen);
      }
    }),
  );
}

/** What we kept ourselves may since have been overwritten by another environment: only the board can say that nothing is new. */
async function differs(
  seen: PresentAgent,
  key: string,
  programme: string,
  { board, kept }: FollowAgentsPorts,
): Promise<boolean> {
  const own = kept.get(key);
  return (own !== undefined && isNews(seen, own)) || isNews(seen, await board.find(programme, seen.agent));
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
