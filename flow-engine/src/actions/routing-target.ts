import { type Answer, answer } from '../host/answer.ts';
import type { RoutingTarget } from '../host/host-capabilities.ts';
import type { Step } from '../run/step.ts';
import { id, type ParameterRule } from './parameter-rule.ts';

/** `QueueId` or `AgentId`: id, ARN or one JSONPath. */
export const targetProperties: Readonly<Record<'QueueId' | 'AgentId', ParameterRule>> = {
  QueueId: id(),
  AgentId: id(),
};

/** The queue or agent the parameters name; undefined when they name none. */
export const namedTarget = (step: Step): Answer<RoutingTarget> | undefined => {
  const queueId = step.text('QueueId');
  if (queueId !== undefined) {
    const queue = step.need('queue').queue(queueId, step.contact);
    return queue.ok ? answer({ kind: 'queue', queue: queue.value }) : queue;
  }
  const agentId = step.text('AgentId');
  if (agentId === undefined) return undefined;
  const agent = step.need('agent').agent(agentId, step.contact);
  return agent.ok ? answer({ kind: 'agent', agent: agent.value }) : agent;
};

/** Where the contact is headed: its working queue or target agent. */
export const workingTarget = ({ contact }: Step): RoutingTarget | undefined => {
  if (contact.targetAgent !== undefined) return { kind: 'agent', agent: contact.targetAgent };
  return contact.queue === undefined ? undefined : { kind: 'queue', queue: contact.queue };
};

/** A parameter was written but its reference leads nowhere: never fall back to the working queue then. */
export const hasTargetParameter = ({ action }: Step): boolean =>
  ['QueueId', 'AgentId'].some((name) => Object.hasOwn(action.parameters, name) && action.parameters[name] !== null);
