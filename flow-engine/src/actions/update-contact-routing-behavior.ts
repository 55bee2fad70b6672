import { done, failure } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue, nextOnly } from './action-definition.ts';
import { integer, object } from './parameter-rule.ts';

/** Changes when the contact is served: its priority, or its age in the queue. */
export const updateContactRoutingBehavior = defineAction({
  type: 'UpdateContactRoutingBehavior',
  parameters: object(
    {
      QueuePriority: integer(1, 9_223_372_036_854_775_000),
      QueueTimeAdjustmentSeconds: integer(-9_223_372_036_854_775_000, 9_223_372_036_854_775_000),
    },
    { exactlyOne: [['QueuePriority', 'QueueTimeAdjustmentSeconds']] },
  ),
  branches: nextOnly,
  flowTypes: inboundTransfersAndQueue,
  run(step) {
    const priority = step.integer('QueuePriority');
    const adjustment = step.integer('QueueTimeAdjustmentSeconds');
    if (priority !== undefined && !(priority >= 1)) return failure(`QueuePriority is ${priority}; accepted: 1 or more`);
    if (Number.isNaN(adjustment)) return failure('QueueTimeAdjustmentSeconds is not a whole number of seconds');
    if (priority !== undefined) step.contact.queuePriority = priority;
    if (adjustment !== undefined) step.contact.queueTimeAdjustmentSeconds = adjustment;
    return done;
  },
});
