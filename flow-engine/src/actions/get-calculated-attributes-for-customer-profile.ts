import { profileLookup } from './get-customer-profile.ts';
import { json, list, object, string } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Reads calculated attributes of a profile into `$.Customer`. */
export const getCalculatedAttributesForCustomerProfile = serviceAction({
  type: 'GetCalculatedAttributesForCustomerProfile',
  namespace: 'Customer',
  parameters: object({ ProfileRequestData: json({ required: true }), ProfileResponseData: list(string()) }),
  branches: profileLookup,
});
