import type { Agent } from '../agents/agent.ts';
import { now, type World } from '../world.ts';
import { endOfConversation } from './after-call-work.ts';
import { disconnectContact } from './completion.ts';
import { runCustomerFlow } from './customer-flow.ts';
import { queueInfo } from './host.ts';
import { handOver, nextSegment } from './segment.ts';

/** The agent hands the customer to a queue quick connect: its transfer flow runs for a new contact, and the agent wraps up. */
export function transferToQuickConnect(world: World, agent: Agent, name: string): void {
  const { instance } = world;
  const quickConnect = instance.quickConnects.byName(name);
  if (quickConnect === undefined)
    throw new Error(
      `no quick connect "${name}"; the instance has: ${instance.quickConnects.names().join(', ') || 'none'}`,
    );
  const { kind, queueArn, flowArn } = quickConnect;
  if (kind !== 'QUEUE' || queueArn === undefined || flowArn === undefined)
    throw new Error(
      `quick connect "${name}" is of type ${kind}; the local Connect transfers to QUEUE quick connects only`,
    );
  const contact = agent.on?.contact;
  if (contact?.phase !== 'connected') return;
  contact.player?.stop();
  contact.player = undefined;
  const next = nextSegment(world, contact, 'TRANSFER');
  handOver(world, contact, next);
  contact.transferCompletedAt = now(world);
  disconnectContact(world, contact, 'AGENT_DISCONNECT');
  endOfConversation(world, contact, agent);
  next.state.queue = queueInfo(world, instance.queues.get(queueArn));
  runCustomerFlow(world, next, instance.flows.get(flowArn).flow);
}
