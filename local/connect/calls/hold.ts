import type { Agent } from '../agents/agent.ts';
import type { Contact } from '../contact.ts';
import { emitAgentEvent } from '../emissions/agent-events.ts';
import { now, type World } from '../world.ts';
import { play } from './connect-agent.ts';
import { tellLine } from './customer-line.ts';
import { hookFlow } from './hook-flow.ts';

/** Puts the customer on hold: they hear the hold flow until `resume`. */
export function hold(world: World, agent: Agent): void {
  const contact = agent.on?.contact;
  if (contact?.phase !== 'connected' || contact.agent === undefined || contact.agent.heldSince !== undefined) return;
  contact.agent.heldSince = now(world);
  contact.agent.holds += 1;
  setState(world, agent, 'CONNECTED_ONHOLD');
  tellLine(world, contact, { type: 'hold' });
  const flow = hookFlow(world, contact, 'CustomerHold');
  if (flow === undefined) return;
  play(world, contact, () => undefined, {
    flow,
    hear: (event) => {
      if (event.type === 'prompt') tellLine(world, contact, event);
    },
  });
}

export function resume(world: World, agent: Agent): void {
  const contact = agent.on?.contact;
  if (contact?.phase !== 'connected' || contact.agent?.heldSince === undefined) return;
  contact.player?.stop();
  contact.player = undefined;
  endHold(world, contact);
  setState(world, agent, 'CONNECTED');
  tellLine(world, contact, { type: 'resumed' });
}

/** Books the hold that ends now, if there is one. */
export function endHold(world: World, contact: Contact): void {
  const { agent } = contact;
  if (agent?.heldSince === undefined) return;
  const ms = now(world) - agent.heldSince;
  agent.heldMs += ms;
  agent.longestHoldMs = Math.max(agent.longestHoldMs, ms);
  agent.heldSince = undefined;
}

function setState(world: World, agent: Agent, state: 'CONNECTED' | 'CONNECTED_ONHOLD'): void {
  if (agent.on === undefined) return;
  agent.settled.changing();
  agent.on.state = state;
  agent.on.since = now(world);
  emitAgentEvent(world, agent, 'STATE_CHANGE');
}
