import { transferToQueueType } from '../model/action-types.ts';
import { noMatchingError } from '../model/error-types.ts';
import { clearBuffer } from '../run/dtmf-buffer.ts';
import { end, failure } from '../run/outcome.ts';
import { defineAction, inboundAndTransfers } from './action-definition.ts';
import { object } from './parameter-rule.ts';
import { workingTarget } from './routing-target.ts';

/** Puts the contact in its working queue; the flow is over when that succeeds. */
export const transferContactToQueue = defineAction({
  type: transferToQueueType,
  parameters: object({}),
  branches: { errors: ['QueueAtCapacity', noMatchingError], next: 'placeholder' },
  flowTypes: inboundAndTransfers,
  run(step) {
    const target = workingTarget(step);
    if (target === undefined) return failure('no queue was set before the transfer');
    const placed = step.need('enqueue').enqueue(step.contact, target, { dequeue: false });
    if (!placed.ok) return failure(placed.reason);
    if (placed.value === 'at-capacity') return failure('the queue is full', 'QueueAtCapacity');
    clearBuffer(step.contact);
    return end('queued', target);
  },
});
