import type { Agent } from '../agents/agent.ts';
import { offer } from '../agents/offer.ts';
import { now, type World } from '../world.ts';
import { agentQueue } from './agent-queue.ts';
import { precedes, type Waiting } from './waiting-line.ts';

/** Asks for one routing pass in the next round of this instant, however often it is asked. */
export function scheduleRouting(world: World): void {
  if (world.routingDue) return;
  world.routingDue = true;
  world.cloud.kernel.after(0, 'connect/routing', () => {
    world.routingDue = false;
    route(world);
  });
}

/** Offers waiting contacts to free agents: the agent idle longest takes the contact first in turn among the queues of the routing profile. */
function route(world: World): void {
  const free = [...world.agents.values()].filter((agent) => agent.isAvailable);
  if (free.length === 0) return;
  free.sort((a, b) => a.idleSince - b.idleSince || (a.user.name < b.user.name ? -1 : 1));
  for (const agent of free) {
    const entry = nextFor(world, agent);
    if (entry !== undefined) offer(world, agent, entry);
  }
}

/** What waits for this agent alone first; then queue priority of the routing profile, then the contact's own priority, then its age. */
function nextFor(world: World, agent: Agent): Waiting | undefined {
  const at = now(world);
  const own = world.lines.get(agentQueue(world, agent.user).arn)?.entries.find((one) => one.offeredTo === undefined);
  if (own !== undefined) return own;
  let best: Waiting | undefined;
  let bestPriority = Number.POSITIVE_INFINITY;
  for (const { queueArn, priority, delaySeconds } of agent.profile.queues) {
    if (priority > bestPriority) continue;
    const entry = world.lines
      .get(queueArn)
      ?.entries.find((waiting) => waiting.offeredTo === undefined && waiting.enqueuedAt + delaySeconds * 1000 <= at);
    if (entry === undefined) continue;
    if (best === undefined || priority < bestPriority || precedes(entry, best)) {
      best = entry;
      bestPriority = priority;
    }
  }
  return best;
}
