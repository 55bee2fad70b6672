import type { CallerNumberResponse } from '../../contracts/flow-responses.ts';
import { spokenDigits } from '../phone/spoken-digits.ts';
import { type IdentifyPorts, type IdentifyRequest, identify } from './identify.ts';

/** Takes the number a caller typed; a number that does not exist, or costs whoever dials it, is not accepted and the flow asks again. */
export async function callerNumber(request: IdentifyRequest, ports: IdentifyPorts): Promise<CallerNumberResponse> {
  const caller = await identify(request, ports);
  if ('problem' in caller) {
    return { accepted: 'no', personId: '', numberKey: '', knownPerson: 'no', spokenNumber: '' };
  }
  const { personId, numberKey, known, e164 } = caller;
  return { accepted: 'yes', personId, numberKey, knownPerson: known ? 'yes' : 'no', spokenNumber: spokenDigits(e164) };
}
