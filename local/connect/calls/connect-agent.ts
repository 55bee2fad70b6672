import type { Agent } from '../agents/agent.ts';
import type { Contact } from '../contact.ts';
import { emitAgentEvent } from '../emissions/agent-events.ts';
import { emitContactEvent } from '../emissions/contact-events.ts';
import { now, type World } from '../world.ts';
import { tellLine } from './customer-line.ts';
import { FlowPlayer } from './flow-player.ts';
import { hookFlow } from './hook-flow.ts';

/** From accepted to speaking: the agent hears the agent whisper, then the customer hears theirs, then they hear each other. */
export function connectAgent(world: World, contact: Contact, agent: Agent): void {
  contact.state.agent = agent.info;
  whisperToAgent(world, contact, agent, () => whisperToCustomer(world, contact, () => converse(world, contact, agent)));
}

export function whisperToAgent(world: World, contact: Contact, agent: Agent, then: () => void): void {
  const flow = hookFlow(world, contact, 'AgentWhisper');
  if (flow === undefined) {
    then();
    return;
  }
  play(world, contact, then, {
    flow,
    hear: (event) => {
      if (event.type === 'prompt')
        agent.tell({ at: now(world), type: 'whisper', contactId: contact.id, text: event.text });
    },
  });
}

function whisperToCustomer(world: World, contact: Contact, then: () => void): void {
  const flow = hookFlow(world, contact, 'CustomerWhisper');
  if (flow === undefined) {
    then();
    return;
  }
  play(world, contact, then, { flow, hear: (event) => tellLine(world, contact, event) });
}

/** Plays a whisper; however it ends, the call goes on. */
export function play(
  world: World,
  contact: Contact,
  then: () => void,
  what: Pick<ConstructorParameters<typeof FlowPlayer>[2], 'flow' | 'hear'>,
): void {
  const player = new FlowPlayer(world, contact, {
    ...what,
    onEnded: (ended) => {
      contact.player = undefined;
      if (ended.error !== undefined) world.counters.add('ContactFlowErrors', now(world));
      then();
    },
  });
  contact.player = player;
  player.start();
}

/** Agent and customer hear each other from now on. */
export function converse(world: World, contact: Contact, agent: Agent): void {
  const at = now(world);
  contact.phase = 'connected';
  if (contact.agent !== undefined) contact.agent.connectedAt ??= at;
  if (agent.on !== undefined) {
    agent.settled.changing();
    agent.on.state = 'CONNECTED';
    agent.on.since = at;
    agent.on.connectedAt ??= at;
  }
  emitAgentEvent(world, agent, 'STATE_CHANGE');
  emitContactEvent(world, contact, 'CONNECTED_TO_AGENT');
  agent.tell({ at, type: 'connected', contactId: contact.id, customer: contact.state.customerEndpoint?.address });
  tellLine(world, contact, { type: 'connected', agent: agent.user.name });
}
