import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import type { PhoneNumbers } from '../../adapters/connect-numbers.ts';
import { type CustomResourceAnswer, property } from '../middleware/custom-resource.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';

/**
 * Makes a phone number start a flow (contracts/custom-resources.ts, NumberAssociationProperties). The physical id is instance and number:
 * another flow is an update in place, another number a replacement, whose clean-up frees the old one.
 */
export function numberAssociationHandler(
  parts: () => Promise<{ readonly numbers: PhoneNumbers }>,
): FunctionHandler<CloudFormationCustomResourceEvent, CustomResourceAnswer> {
  return functionHandler('number-association', async (event) => {
    const { numbers } = await parts();
    const instanceId = idOf(property(event.ResourceProperties, 'InstanceId'));
    const phoneNumberId = idOf(property(event.ResourceProperties, 'PhoneNumberId'));
    if (event.RequestType === 'Delete') {
      await numbers.disassociate({ instanceId, phoneNumberId });
    } else {
      const contactFlowId = idOf(property(event.ResourceProperties, 'ContactFlowId'));
      await numbers.associate({ instanceId, phoneNumberId, contactFlowId });
    }
    return { PhysicalResourceId: `${instanceId}/${phoneNumberId}` };
  });
}

/** Last part of an ARN; an id is left as it is. */
function idOf(arnOrId: string): string {
  return arnOrId.slice(arnOrId.lastIndexOf('/') + 1);
}
