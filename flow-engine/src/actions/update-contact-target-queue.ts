import { done, failure } from '../run/outcome.ts';
import { type ActionDefinition, inboundAndTransfers, nextOrError } from './action-definition.ts';
import { object } from './parameter-rule.ts';
import { namedTarget, targetProperties } from './routing-target.ts';

/** Sets the working queue (or the agent) the contact will be transferred to. */
export const updateContactTargetQueue: ActionDefinition = {
  type: 'UpdateContactTargetQueue',
  group: 'contact',
  support: 'host',
  parameters: object(targetProperties, { exactlyOne: [['QueueId', 'AgentId']] }),
  branches: nextOrError,
  flowTypes: inboundAndTransfers,
  channels: 'all',
  run(step) {
    const target = namedTarget(step);
    if (target === undefined) return failure('neither QueueId nor AgentId leads anywhere');
    if (!target.ok) return failure(target.reason);
    const { contact } = step;
    contact.queue = target.value.kind === 'queue' ? target.value.queue : undefined;
    contact.targetAgent = target.value.kind === 'agent' ? target.value.agent : undefined;
    return done;
  },
};
