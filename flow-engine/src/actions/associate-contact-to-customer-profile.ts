import { json, list, object, string } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Ties the contact to a profile. */
export const associateContactToCustomerProfile = serviceAction({
  type: 'AssociateContactToCustomerProfile',
  namespace: 'Customer',
  parameters: object({ ProfileRequestData: json({ required: true }), ProfileResponseData: list(string()) }),
});
