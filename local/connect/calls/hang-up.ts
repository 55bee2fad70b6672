import type { Agent } from '../agents/agent.ts';
import { release } from '../agents/presence.ts';
import type { Contact, DisconnectReason } from '../contact.ts';
import { dequeue } from '../queueing/enqueue.ts';
import { now, type World } from '../world.ts';
import { endOfConversation } from './after-call-work.ts';
import { completeContact, disconnectContact } from './completion.ts';
import { closeLine } from './customer-line.ts';
import { afterAgentLeft } from './disconnect-flow.ts';
import type { Line } from './line.ts';

/** The customer puts the phone down, whatever is going on. */
export function customerHangsUp(world: World, line: Line): void {
  // While it rings, putting the phone down is refusing the call: see Ring.refuse.
  if (line.ended || line.contact.stopDialling !== undefined) return;
  endCustomerSide(world, line.contact, 'CUSTOMER_DISCONNECT', 'caller');
}

/** Ends the customer's side of a contact: of a flow, a wait, a ringing, a whisper or a conversation. */
export function endCustomerSide(
  world: World,
  contact: Contact,
  reason: DisconnectReason,
  by: 'caller' | 'system' | 'agent' | 'third-party',
): void {
  const { line, player } = contact;
  contact.player = undefined;
  if (by === 'caller') player?.hangUp();
  else player?.stop();
  const ringing = dequeue(world, contact)?.offeredTo;
  if (line !== undefined) closeLine(world, line, by);
  contact.line = undefined;
  const agent = ringing ?? contact.agent?.agent;
  const hasSpoken = contact.phase === 'connected' || (contact.callback !== undefined && contact.agent !== undefined);
  if (hasSpoken && agent !== undefined) {
    disconnectContact(world, contact, reason);
    agent.tell({ at: now(world), type: 'customer-left', contactId: contact.id });
    endOfConversation(world, contact, agent);
    return;
  }
  disconnectContact(world, contact, reason);
  if (agent !== undefined)
    abandonedBeforeConversation(world, contact, agent, ringing === undefined ? 'connect' : 'accept');
  completeContact(world, contact);
}

/** Nobody spoke: the agent is free again at once and the record names no agent. */
function abandonedBeforeConversation(world: World, contact: Contact, agent: Agent, before: 'accept' | 'connect'): void {
  contact.agent = undefined;
  contact.state.agent = undefined;
  agent.tell({ at: now(world), type: 'customer-left', contactId: contact.id, before });
  release(world, agent);
}

/** The agent puts the phone down on a conversation; the customer is cut off, or goes on in the disconnect flow. */
export function agentHangsUp(world: World, agent: Agent): void {
  const contact = agent.on?.contact;
  if (contact === undefined || contact.agent?.agent !== agent) return;
  if (contact.phase === 'dialling' || contact.phase === 'connecting') {
    leaveBeforeConversation(world, contact, agent);
    return;
  }
  if (contact.phase !== 'connected') return;
  contact.player?.stop();
  contact.player = undefined;
  disconnectContact(world, contact, 'AGENT_DISCONNECT');
  const { line } = contact;
  if (line !== undefined && !afterAgentLeft(world, contact, line)) closeLine(world, line, 'agent');
  contact.line = undefined;
  endOfConversation(world, contact, agent);
}

/** The agent gives up on a callback that rings, or on a contact still hearing a whisper. */
function leaveBeforeConversation(world: World, contact: Contact, agent: Agent): void {
  if (contact.stopDialling === undefined) {
    endCustomerSide(world, contact, 'AGENT_DISCONNECT', 'agent');
    return;
  }
  contact.stopDialling();
  contact.stopDialling = undefined;
  disconnectContact(world, contact, 'AGENT_DISCONNECT');
  endOfConversation(world, contact, agent);
}
