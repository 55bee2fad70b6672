import { refuse } from '../host/answer.ts';
import type { HostCapabilities } from '../host/host-capabilities.ts';
import { checkHoursType, dequeueType, transferToQueueType } from '../model/action-types.ts';
import type { OverrideQueue } from './override-queue.ts';

/** The host as overrides change it: hours and queues, the two immediate answers the testing language can replace. */
export const overriddenHost = (host: HostCapabilities, overrides: OverrideQueue): HostCapabilities => ({
  ...host,
  hoursOfOperation(question) {
    const strategy = overrides.take(
      checkHoursType,
      question.hoursOfOperationId === undefined ? {} : { HoursOfOperationId: question.hoursOfOperationId },
    );
    if (strategy?.type === 'MockError') return refuse(`overridden: ${strategy.error}`);
    // "InHour" is what one published script writes.
    if (strategy?.type === 'MockResult') return { ok: true, value: { open: /^InHours?$/.test(strategy.value ?? '') } };
    const asked = strategy === undefined ? question : { ...question, hoursOfOperationId: strategy.arn };
    return host.hoursOfOperation?.(asked) ?? { ok: true, value: { open: true } };
  },
  enqueue(contact, target, options) {
    const actionType = options.dequeue ? dequeueType : transferToQueueType;
    const parameters = target.kind === 'queue' ? { QueueId: target.queue.arn } : { AgentId: target.agent.arn };
    const strategy = overrides.take(actionType, parameters);
    if (strategy?.type === 'MockError')
      return strategy.error === 'QueueAtCapacity'
        ? { ok: true, value: 'at-capacity' }
        : refuse(`overridden: ${strategy.error}`);
    if (strategy?.type === 'SubstituteResource') {
      const queue = host.queue?.(strategy.arn, contact);
      if (queue?.ok === true)
        return host.enqueue?.(contact, { kind: 'queue', queue: queue.value }, options) ?? { ok: true, value: 'queued' };
    }
    return host.enqueue?.(contact, target, options) ?? { ok: true, value: 'queued' };
  },
});
