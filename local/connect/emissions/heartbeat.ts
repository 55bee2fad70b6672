import type { Agent } from '../agents/agent.ts';
import { now, type World } from '../world.ts';
import { emitAgentEvent } from './agent-events.ts';

/** A logged-in agent is heard of at least this often (adminguide: agent-event-stream-model). */
const heartbeatMs = 120_000;

export function startHeartbeat(world: World, agent: Agent): void {
  stopHeartbeat(agent);
  const beat = () => {
    if (now(world) - agent.lastEventAt >= heartbeatMs) emitAgentEvent(world, agent, 'HEART_BEAT');
    agent.cancelHeartbeat = world.cloud.kernel.at(agent.lastEventAt + heartbeatMs, `${agent.lane}/heartbeat`, beat);
  };
  agent.cancelHeartbeat = world.cloud.kernel.at(agent.lastEventAt + heartbeatMs, `${agent.lane}/heartbeat`, beat);
}

export function stopHeartbeat(agent: Agent): void {
  agent.cancelHeartbeat?.();
  agent.cancelHeartbeat = undefined;
}
