import { profileLookup } from './get-customer-profile.ts';
import { json, list, object, string } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Reads an object (an order, an asset) of a profile into `$.Customer`. */
export const getCustomerProfileObject = serviceAction({
  type: 'GetCustomerProfileObject',
  namespace: 'Customer',
  parameters: object({ ProfileRequestData: json({ required: true }), ProfileResponseData: list(string()) }),
  branches: profileLookup,
});
