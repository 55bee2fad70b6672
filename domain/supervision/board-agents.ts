import type { BoardAgent } from '../../contracts/live-board.ts';
import { isPresent, type PresentAgent } from '../presence/presence.ts';

/** Agents of the board as they stand at `at` (ISO instant), those who are there first, then by name. */
export function boardAgents(agents: readonly PresentAgent[], at: string): readonly BoardAgent[] {
  return agents
    .map((one) => boardAgent(one, at))
    .sort((one, other) => rank(one) - rank(other) || (one.agent < other.agent ? -1 : 1));
}

function rank({ state }: BoardAgent): number {
  return state === 'offline' ? 1 : 0;
}

function boardAgent(one: PresentAgent, at: string): BoardAgent {
  const { agent, status } = one;
  if (!isPresent(one, at)) {
    const silent = status.type !== 'OFFLINE';
    return { agent, status: status.name, state: 'offline', since: silent ? one.eventAt : status.since };
  }
  // Of several segments (a consultation beside a call on hold), the one that keeps the agent most.
  const contact = one.contacts
    .flatMap(({ state, since }) => (contactStates[state] === undefined ? [] : [{ state: contactStates[state], since }]))
    .toSorted((a, b) => weight.indexOf(a.state) - weight.indexOf(b.state))[0];
  if (contact !== undefined) {
    return { agent, status: status.name, ...contact };
  }
  return { agent, status: status.name, state: status.type === 'ROUTABLE' ? 'free' : 'away', since: status.since };
}

type ContactState = 'ringing' | 'talking' | 'holding' | 'after-call';

const weight: readonly ContactState[] = ['talking', 'holding', 'ringing', 'after-call'];

/** States of contacts in the agent event stream (Amazon Connect documentation) that keep an agent busy. */
const contactStates: Readonly<Partial<Record<string, ContactState>>> = {
  INCOMING: 'ringing',
  PENDING: 'ringing',
  CONNECTING: 'ringing',
  CONNECTED: 'talking',
  CONNECTED_ONHOLD: 'holding',
  ENDED: 'after-call',
  ERROR: 'after-call',
};
