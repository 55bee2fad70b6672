import { json, list, object, string } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Changes a customer profile. */
export const updateCustomerProfile = serviceAction({
  type: 'UpdateCustomerProfile',
  namespace: 'Customer',
  parameters: object({ ProfileRequestData: json({ required: true }), ProfileResponseData: list(string()) }),
});
