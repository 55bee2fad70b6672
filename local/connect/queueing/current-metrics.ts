import type { AgentSummary } from '../agents/agent.ts';
import type { QueueModel } from '../model/models.ts';
import { now, type World } from '../world.ts';
import { lineOf } from './enqueue.ts';

/** Counts of agents, by what they could do now (adminguide: real-time metrics definitions). */
export interface AgentCounts {
  readonly online: number;
  readonly staffed: number;
  readonly available: number;
  readonly onContact: number;
  readonly afterContactWork: number;
  readonly nonProductive: number;
  /** Holding a missed or declined contact. */
  readonly error: number;
}

export interface QueueCounts {
  readonly inQueue: number;
  /** Seconds; undefined when nobody waits. */
  readonly oldestAgeSeconds: number | undefined;
}

export function countAgents(summaries: Iterable<AgentSummary>): AgentCounts {
  const counts = { online: 0, staffed: 0, available: 0, onContact: 0, afterContactWork: 0, nonProductive: 0, error: 0 };
  for (const { loggedIn, statusType, contactState } of summaries) {
    if (!loggedIn || statusType === 'OFFLINE') continue;
    counts.online += 1;
    if (statusType === 'CUSTOM') counts.nonProductive += 1;
    else counts.staffed += 1;
    if (contactState === undefined) {
      if (statusType === 'ROUTABLE') counts.available += 1;
    } else if (contactState === 'MISSED' || contactState === 'REJECTED' || contactState === 'ERROR') counts.error += 1;
    else if (contactState === 'ENDED') counts.afterContactWork += 1;
    else counts.onContact += 1;
  }
  return counts;
}

/** Agents whose routing profile serves the queue, as they stand now, or as they stood before this instant (`settled`). */
export function agentsOf(world: World, queueArn: string | undefined, settled = false): AgentSummary[] {
  const found: AgentSummary[] = [];
  for (const agent of world.agents.values())
    if (queueArn === undefined || agent.profile.queues.some((queue) => queue.queueArn === queueArn))
      found.push(settled ? agent.settled.get() : agent.summary());
  return found;
}

export function queueCounts(world: World, queue: QueueModel, settled = false): QueueCounts {
  const line = lineOf(world, queue);
  const { size, oldestAt } = settled ? line.settled.get() : line.summary();
  const oldestAgeSeconds = oldestAt === undefined ? undefined : Math.floor((now(world) - oldestAt) / 1000);
  return { inQueue: size, oldestAgeSeconds };
}

/** Estimated wait in seconds of the contact at `position`: handling time × position ÷ agents staffed; unknown without agents. AWS's own estimate is not published. */
export function estimatedWaitSeconds(world: World, queue: QueueModel, position: number): number | undefined {
  const { staffed } = countAgents(agentsOf(world, queue.arn));
  if (staffed === 0) return undefined;
  return Math.round((lineOf(world, queue).handlingMs() * position) / staffed / 1000);
}
