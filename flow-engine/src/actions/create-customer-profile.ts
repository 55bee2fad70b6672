import { json, list, object, string } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Creates a customer profile. */
export const createCustomerProfile = serviceAction({
  type: 'CreateCustomerProfile',
  namespace: 'Customer',
  parameters: object({ ProfileRequestData: json({ required: true }), ProfileResponseData: list(string()) }),
});
