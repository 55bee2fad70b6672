import { dialCallback } from '../calls/callback.ts';
import { connectAgent } from '../calls/connect-agent.ts';
import { emitAgentEvent } from '../emissions/agent-events.ts';
import { dequeue } from '../queueing/enqueue.ts';
import type { Waiting } from '../queueing/waiting-line.ts';
import { now, type World } from '../world.ts';
import type { Agent, AgentContactState } from './agent.ts';
import { missedCall } from './presence.ts';

const autoAcceptMs = 1000;

/** Rings an agent's softphone for a waiting contact, which keeps its place meanwhile. */
export function offer(world: World, agent: Agent, entry: Waiting): void {
  const { contact } = entry;
  const at = now(world);
  const until = at + world.options.acceptSeconds * 1000;
  const isCallback = contact.callback !== undefined;
  entry.offeredTo = agent;
  contact.agentAttempts += 1;
  agent.settled.changing();
  agent.on = { contact, state: isCallback ? 'INCOMING' : 'CONNECTING', since: at, connectedAt: undefined };
  emitAgentEvent(world, agent, 'STATE_CHANGE');
  const { kernel } = world.cloud;
  agent.cancelTimer = agent.user.autoAccept
    ? kernel.at(at + autoAcceptMs, agent.lane, () => accept(world, agent))
    : kernel.at(until, agent.lane, () => refuse(world, agent, 'MISSED'));
  agent.tell({
    at,
    type: 'offered',
    contactId: contact.id,
    initialContactId: contact.state.initialContactId,
    queue: entry.line.model.name,
    attributes: { ...contact.state.attributes },
    initiationMethod: contact.state.initiationMethod,
    until,
  });
}

const isRinging = (agent: Agent): boolean => agent.on?.state === 'CONNECTING' || agent.on?.state === 'INCOMING';

/** The agent takes the contact that rings. */
export function accept(world: World, agent: Agent): void {
  const { on } = agent;
  if (on === undefined || on.contact.waiting?.offeredTo !== agent || !isRinging(agent)) return;
  const { contact } = on;
  agent.clearTimer();
  contact.player?.stop();
  contact.player = undefined;
  dequeue(world, contact);
  contact.agent = {
    agent,
    acceptedAt: now(world),
    connectedAt: undefined,
    disconnectedAt: undefined,
    holds: 0,
    heldSince: undefined,
    heldMs: 0,
    longestHoldMs: 0,
    afterCallWorkStart: undefined,
    afterCallWorkEnd: undefined,
  };
  contact.phase = 'connecting';
  if (contact.callback === undefined) connectAgent(world, contact, agent);
  else dialCallback(world, contact, agent);
}

/** The softphone rang in vain, or the agent declined: the contact is again first in its line, the agent stands aside until a reset. */
export function refuse(world: World, agent: Agent, state: Extract<AgentContactState, 'MISSED' | 'REJECTED'>): void {
  const { on } = agent;
  const entry = on?.contact.waiting;
  if (on === undefined || entry?.offeredTo !== agent || !isRinging(agent)) return;
  entry.offeredTo = undefined;
  agent.clearTimer();
  missedCall(world, agent, state);
}
