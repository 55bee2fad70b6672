import { done, failure } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue } from './action-definition.ts';
import { choice, id, integer, object } from './parameter-rule.ts';
import { hasTargetParameter, namedTarget, targetProperties, workingTarget } from './routing-target.ts';

const threeDays = 259_200;

/** Queues a callback to the number set by UpdateContactCallbackNumber; the caller may then hang up without losing the place. */
export const createCallbackContact = defineAction({
  type: 'CreateCallbackContact',
  parameters: object(
    {
      ...targetProperties,
      InitialCallDelaySeconds: integer(1, threeDays, { required: true }),
      MaximumConnectionAttempts: integer(1, 1_000_000, { required: true }),
      RetryDelaySeconds: integer(1, threeDays, { required: true }),
      ContactFlowId: id(),
      CallerId: id({ unconfirmed: 'shape of CallerId not seen in a real flow' }),
      CallbackMode: choice(['AgentFirst', 'CustomerFirst'], { unconfirmed: 'only AgentFirst seen', origin: 'either' }),
    },
    { atMostOne: [['QueueId', 'AgentId']] },
  ),
  flowTypes: inboundTransfersAndQueue,
  channels: ['VOICE', 'CHAT'],
  run(step) {
    const { contact } = step;
    const { callbackNumber } = contact;
    if (callbackNumber === undefined) return failure('no callback number was set');
    const named = namedTarget(step);
    if (named?.ok === false) return failure(named.reason);
    const target = named?.value ?? (hasTargetParameter(step) ? undefined : workingTarget(step));
    if (target === undefined) return failure('no queue: neither a parameter nor a working queue');
    const [delay, attempts, retry] = [
      step.integer('InitialCallDelaySeconds') ?? 1,
      step.integer('MaximumConnectionAttempts') ?? 1,
      step.integer('RetryDelaySeconds') ?? 1,
    ];
    if (!(delay >= 0 && delay <= threeDays && retry >= 0 && retry <= threeDays && attempts >= 1))
      return failure(
        `delays ${delay} and ${retry} s, ${attempts} attempts; accepted: 1 to ${threeDays} s, 1 attempt or more`,
      );
    const contactFlowId = step.text('ContactFlowId');
    const callerId = step.text('CallerId');
    const created = step.need('createCallback').createCallback({
      contact,
      callbackNumber,
      target,
      initialCallDelaySeconds: delay,
      maximumConnectionAttempts: attempts,
      retryDelaySeconds: retry,
      callbackMode: step.text('CallbackMode') === 'CustomerFirst' ? 'CustomerFirst' : 'AgentFirst',
      ...(contactFlowId === undefined ? {} : { contactFlowId }),
      ...(callerId === undefined ? {} : { callerId }),
    });
    return created.ok ? done : failure(created.reason);
  },
});
