import { done, failure } from '../run/outcome.ts';
import { defineAction, inboundAndTransfers } from './action-definition.ts';
import { object } from './parameter-rule.ts';
import { namedTarget, targetProperties } from './routing-target.ts';

/** Sets the working queue (or the agent) the contact will be transferred to. */
export const updateContactTargetQueue = defineAction({
  type: 'UpdateContactTargetQueue',
  parameters: object(targetProperties, { exactlyOne: [['QueueId', 'AgentId']] }),
  flowTypes: inboundAndTransfers,
  run(step) {
    const target = namedTarget(step);
    if (target === undefined) return failure('neither QueueId nor AgentId leads anywhere');
    if (!target.ok) return failure(target.reason);
    const { contact } = step;
    contact.queue = target.value.kind === 'queue' ? target.value.queue : undefined;
    contact.targetAgent = target.value.kind === 'agent' ? target.value.agent : undefined;
    return done;
  },
});
