import type { Agent } from '../agents/agent.ts';
import { release } from '../agents/presence.ts';
import type { Contact } from '../contact.ts';
import { emitAgentEvent } from '../emissions/agent-events.ts';
import { now, type World } from '../world.ts';
import { completeContact } from './completion.ts';
import { endHold } from './hold.ts';

/** The customer is gone: the agent wraps up, for as long as the user's limit allows. */
export function endOfConversation(world: World, contact: Contact, agent: Agent): void {
  const at = now(world);
  endHold(world, contact);
  contact.phase = 'after-call-work';
  if (contact.agent !== undefined) {
    contact.agent.disconnectedAt = at;
    contact.agent.afterCallWorkStart = at;
  }
  if (agent.on !== undefined) {
    agent.settled.changing();
    agent.on.state = 'ENDED';
    agent.on.since = at;
  }
  agent.clearTimer();
  const limit = agent.user.afterContactWorkSeconds;
  if (limit > 0)
    agent.cancelTimer = world.cloud.kernel.after(limit * 1000, agent.lane, () => finishAfterCallWork(world, agent));
  emitAgentEvent(world, agent, 'STATE_CHANGE');
  agent.tell({ at, type: 'after-call-work', contactId: contact.id, attributes: { ...contact.state.attributes } });
}

/** The agent has wrapped up: the contact is complete, its record follows, and the agent is free. */
export function finishAfterCallWork(world: World, agent: Agent): void {
  const { on } = agent;
  if (on?.state !== 'ENDED' || on.contact.phase !== 'after-call-work') return;
  const { contact } = on;
  const at = now(world);
  if (contact.agent !== undefined) {
    contact.agent.afterCallWorkEnd = at;
    world.lines.get(contact.queue?.model.arn ?? '')?.noteHandled(at - contact.agent.acceptedAt);
  }
  completeContact(world, contact);
  release(world, agent);
}
