import { finishAfterCallWork } from '../calls/after-call-work.ts';
import { agentHangsUp } from '../calls/hang-up.ts';
import { emitAgentEvent } from '../emissions/agent-events.ts';
import { startHeartbeat, stopHeartbeat } from '../emissions/heartbeat.ts';
import type { AgentStatusModel } from '../model/models.ts';
import { scheduleRouting } from '../queueing/routing.ts';
import { now, type World } from '../world.ts';
import type { Agent, AgentContactState } from './agent.ts';
import { refuse } from './offer.ts';

const holding: readonly (AgentContactState | undefined)[] = ['MISSED', 'REJECTED', 'ERROR'];

/** Opens the softphone, in status Offline. */
export function login(world: World, agent: Agent): void {
  if (agent.loggedIn) return;
  agent.settled.changing();
  agent.loggedIn = true;
  agent.statusSince = now(world);
  emitAgentEvent(world, agent, 'LOGIN');
  startHeartbeat(world, agent);
}

/** Closes the softphone: a ringing contact is missed, a conversation ends, after-call work is over. */
export function logout(world: World, agent: Agent): void {
  if (!agent.loggedIn) return;
  refuse(world, agent, 'MISSED');
  agentHangsUp(world, agent);
  finishAfterCallWork(world, agent);
  agent.settled.changing();
  agent.on = undefined;
  agent.nextStatus = undefined;
  agent.loggedIn = false;
  agent.status = offline(world);
  agent.statusSince = now(world);
  stopHeartbeat(agent);
  emitAgentEvent(world, agent, 'LOGOUT');
  agent.tell({ at: now(world), type: 'status', status: agent.status.name });
}

/** Takes a status now, or after the contact in hand. A missed contact is cleared by it. */
export function setStatus(world: World, agent: Agent, name: string): void {
  const status = statusNamed(world, name);
  login(world, agent);
  if (agent.on !== undefined && !holding.includes(agent.on.state)) {
    agent.nextStatus = { status, at: now(world) };
    emitAgentEvent(world, agent, 'STATE_CHANGE');
    return;
  }
  agent.settled.changing();
  const wasFree = agent.isAvailable;
  agent.on = undefined;
  takeStatus(world, agent, status);
  if (agent.isAvailable && !wasFree) agent.idleSince = now(world);
  emitAgentEvent(world, agent, 'STATE_CHANGE');
  agent.tell({ at: now(world), type: 'status', status: status.name });
  scheduleRouting(world);
}

/** The agent has no contact any more: takes the status chosen meanwhile and is free again. */
export function release(world: World, agent: Agent): void {
  agent.settled.changing();
  agent.clearTimer();
  agent.on = undefined;
  const next = agent.nextStatus;
  agent.nextStatus = undefined;
  if (next !== undefined) takeStatus(world, agent, next.status);
  agent.idleSince = now(world);
  emitAgentEvent(world, agent, 'STATE_CHANGE');
  agent.tell({ at: now(world), type: 'idle' });
  if (next !== undefined) agent.tell({ at: now(world), type: 'status', status: next.status.name });
  scheduleRouting(world);
}

/** Leaves the agent holding a missed or declined contact: nothing is offered until a status is chosen again. */
export function missedCall(world: World, agent: Agent, state: Extract<AgentContactState, 'MISSED' | 'REJECTED'>): void {
  const { on } = agent;
  if (on === undefined) return;
  agent.settled.changing();
  on.state = state;
  on.since = now(world);
  world.counters.add('MissedCalls', now(world));
  emitAgentEvent(world, agent, 'STATE_CHANGE');
  agent.tell({ at: now(world), type: 'missed', contactId: on.contact.id });
  scheduleRouting(world);
}

function takeStatus(world: World, agent: Agent, status: AgentStatusModel): void {
  if (agent.status.id === status.id) return;
  agent.status = status;
  agent.statusSince = now(world);
}

function statusNamed(world: World, name: string): AgentStatusModel {
  const { agentStatuses } = world.instance;
  const status = agentStatuses.byName(name);
  if (status?.enabled === true) return status;
  throw new Error(`no agent status "${name}" in the instance; accepted: ${agentStatuses.names().join(', ')}`);
}

function offline(world: World): AgentStatusModel {
  return statusNamed(world, 'Offline');
}
