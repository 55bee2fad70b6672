import { noMatchingError } from '../model/error-types.ts';
import type { BranchRule } from './action-definition.ts';
import { json, list, object, string } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Branches of every action that looks for one profile. */
export const profileLookup: BranchRule = {
  errors: ['MultipleFoundError', 'NoneFoundError', noMatchingError],
};

/** Finds a customer profile and reads it into `$.Customer`. */
export const getCustomerProfile = serviceAction({
  type: 'GetCustomerProfile',
  namespace: 'Customer',
  parameters: object({ ProfileRequestData: json({ required: true }), ProfileResponseData: list(string()) }),
  branches: profileLookup,
});
