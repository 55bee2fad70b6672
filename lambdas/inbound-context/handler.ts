import type { InboundContextResponse } from '../../contracts/flow-responses.ts';
import type { Registry } from '../../contracts/registry.ts';
import { type InboundContextPorts, inboundContext } from '../../domain/context/inbound-context.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { parseFlowEvent } from '../middleware/flow-event.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';

export interface InboundContextParts {
  readonly ports: InboundContextPorts;
  readonly registry: Registry;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** Start of every inbound call: the number dialled says which programme (never the caller, never a parameter). */
export function inboundContextHandler(
  parts: () => Promise<InboundContextParts>,
): FunctionHandler<unknown, InboundContextResponse> {
  return functionHandler('inbound-context', async (event) => {
    const { ports, registry, programmes, now } = await parts();
    const { contactId, initialContactId: callId, systemNumber, customerNumber } = parseFlowEvent(event);
    const name = systemNumber === undefined ? undefined : registry.numbers[systemNumber];
    const programme = name === undefined ? undefined : programmes[name];
    if (programme === undefined) {
      throw new Error(
        `Contact ${contactId} dialled "${systemNumber ?? ''}", a number of no programme; accepted: ${Object.keys(registry.numbers).join(', ')}`,
      );
    }
    return await inboundContext(
      { programme: programme.name, defaultCountry: programme.defaultCountry, callId, customerNumber, at: now() },
      ports,
    );
  });
}
