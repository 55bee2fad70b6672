import type { CallerNumberResponse } from '../../contracts/flow-responses.ts';
import { callerNumber } from '../../domain/caller/caller-number.ts';
import type { IdentifyPorts } from '../../domain/caller/identify.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { parseFlowEvent } from '../middleware/flow-event.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { programmeOf } from '../middleware/programme-of.ts';

export interface CallerNumberParts {
  readonly ports: IdentifyPorts;
  /** Programmes of this deployment. */
  readonly programmes: Readonly<Record<string, Programme>>;
}

/** The number typed by a caller whose number is withheld. */
export function callerNumberHandler(
  parts: () => Promise<CallerNumberParts>,
): FunctionHandler<unknown, CallerNumberResponse> {
  return functionHandler('caller-number', async (event) => {
    const { ports, programmes } = await parts();
    const flowEvent = parseFlowEvent(event);
    const { name: programme, defaultCountry } = programmeOf(flowEvent, programmes);
    const number = flowEvent.parameters['typed'] ?? '';
    return await callerNumber({ programme, number, defaultCountry, callId: flowEvent.initialContactId }, ports);
  });
}
