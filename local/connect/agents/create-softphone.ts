import { finishAfterCallWork } from '../calls/after-call-work.ts';
import { agentHangsUp } from '../calls/hang-up.ts';
import { hold, resume } from '../calls/hold.ts';
import { transferToQuickConnect } from '../calls/transfer.ts';
import { updateAttributes } from '../calls/update-attributes.ts';
import type { World } from '../world.ts';
import type { Agent } from './agent.ts';
import { accept, refuse } from './offer.ts';
import { login, logout, setStatus } from './presence.ts';
import type { AgentSoftphone } from './softphone.ts';

/** The softphone of an agent: what they do reaches the centre in the next kernel round, in the order they did it. */
export function createSoftphone(world: World, agent: Agent): AgentSoftphone {
  const act = (task: () => void) => void world.cloud.kernel.after(0, `${agent.lane}/softphone`, task);
  return {
    username: agent.user.name,
    get status() {
      return agent.status.name;
    },
    get contactState() {
      return agent.on?.state;
    },
    get contactId() {
      return agent.on?.contact.id;
    },
    on: (listener) => void agent.listeners.push(listener),
    login: () => act(() => login(world, agent)),
    logout: () => act(() => logout(world, agent)),
    setStatus: (name) => act(() => setStatus(world, agent, name)),
    accept: () => act(() => accept(world, agent)),
    decline: () => act(() => refuse(world, agent, 'REJECTED')),
    hangUp: () => act(() => agentHangsUp(world, agent)),
    hold: () => act(() => hold(world, agent)),
    resume: () => act(() => resume(world, agent)),
    completeAfterCallWork: () => act(() => finishAfterCallWork(world, agent)),
    updateAttributes: (attributes) =>
      act(() => {
        if (agent.on !== undefined) updateAttributes(world, agent.on.contact, attributes);
      }),
    transfer: (quickConnect) => act(() => transferToQuickConnect(world, agent, quickConnect)),
  };
}
