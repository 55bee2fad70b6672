import { dequeueType } from '../model/action-types.ts';
import { noMatchingError } from '../model/error-types.ts';
import { clearBuffer } from '../run/dtmf-buffer.ts';
import { end, failure } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { object } from './parameter-rule.ts';
import { namedTarget, targetProperties } from './routing-target.ts';

/** Moves a waiting contact to another queue; on an error it stays where it waits. */
export const dequeueContactAndTransferToQueue = defineAction({
  type: dequeueType,
  parameters: object(targetProperties, { exactlyOne: [['QueueId', 'AgentId']] }),
  branches: { errors: ['QueueAtCapacity', noMatchingError], next: 'placeholder' },
  flowTypes: ['CUSTOMER_QUEUE'],
  run(step) {
    const target = namedTarget(step);
    if (target === undefined) return failure('neither QueueId nor AgentId leads anywhere');
    if (!target.ok) return failure(target.reason);
    const { contact } = step;
    const placed = step.need('enqueue').enqueue(contact, target.value, { dequeue: true });
    if (!placed.ok) return failure(placed.reason);
    if (placed.value === 'at-capacity') return failure('the queue is full', 'QueueAtCapacity');
    contact.queue = target.value.kind === 'queue' ? target.value.queue : undefined;
    contact.targetAgent = target.value.kind === 'agent' ? target.value.agent : undefined;
    clearBuffer(contact);
    return end('dequeued', target.value);
  },
});
