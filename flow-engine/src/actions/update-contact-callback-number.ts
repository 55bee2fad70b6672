import { done, failure } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue } from './action-definition.ts';
import { object, string } from './parameter-rule.ts';

const e164 = /^\+[1-9]\d{1,14}$/;

/** Sets the number a callback will dial. */
export const updateContactCallbackNumber = defineAction({
  type: 'UpdateContactCallbackNumber',
  parameters: object({ CallbackNumber: string({ required: true, origin: 'reference' }) }),
  branches: {
    errors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'],
  },
  flowTypes: inboundTransfersAndQueue,
  run(step) {
    const number = step.text('CallbackNumber');
    if (number === undefined || !e164.test(number))
      return failure(`callback number "${number ?? ''}" is not E.164`, 'InvalidCallbackNumber');
    if (!step.need('isDialable').isDialable(number, step.contact))
      return failure(`callback number "${number}" cannot be dialled`, 'CallbackNumberNotDialable');
    step.contact.callbackNumber = number;
    return done;
  },
});
