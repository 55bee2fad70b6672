import { contactAttributes } from '../../contracts/attributes.ts';
import type { CallbackRequestResponse } from '../../contracts/flow-responses.ts';
import { type RequestCallbackPorts, requestCallback } from '../../domain/callback/request-callback.ts';
import { type CallbackReason, unqualifiedScheme } from '../../domain/journal/entry.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { parseFlowEvent } from '../middleware/flow-event.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { programmeOf } from '../middleware/programme-of.ts';

export interface CallbackRequestParts {
  readonly ports: RequestCallbackPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

const reasons: Readonly<Record<string, CallbackReason>> = {
  closed: 'closed-request',
  'keep-place': 'keep-place',
  'queue-full': 'queue-full',
  technical: 'technical',
};

/** A caller asks to be called back; parameter `reason`. */
export function callbackRequestHandler(
  parts: () => Promise<CallbackRequestParts>,
): FunctionHandler<unknown, CallbackRequestResponse> {
  return functionHandler('callback-request', async (event) => {
    const { ports, programmes, now } = await parts();
    const { attributes, parameters, contactId, initialContactId, customerNumber } = parseFlowEvent(event);
    const { name, defaultCountry } = programmeOf({ attributes, contactId }, programmes);
    const reason = reasons[parameters['reason'] ?? ''];
    if (reason === undefined) {
      throw new Error(
        `Contact ${contactId}: parameter "reason" is "${parameters['reason'] ?? ''}"; accepted: ${Object.keys(reasons).join(', ')}`,
      );
    }
    return await requestCallback(
      {
        programme: name,
        defaultCountry,
        reason,
        callId: initialContactId,
        scheme: attributes[contactAttributes.scheme] || unqualifiedScheme,
        numberKey: attributes[contactAttributes.numberKey],
        customerNumber,
        at: now(),
      },
      ports,
    );
  });
}
