import { own, ownObject, ownString } from '../json/json.ts';
import { noMatchingCondition, noMatchingError } from '../model/error-types.ts';
import type { Action } from '../model/flow.ts';
import { type BranchRule, nextOrError } from './action-definition.ts';

const menuErrors = [noMatchingCondition, 'InputTimeLimitExceeded', noMatchingError];
const keys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'];

/** Branches of GetParticipantInput, which depend on its mode: menu, stored input or touch-tone buffer. */
export const inputBranches = ({ parameters }: Action): BranchRule => {
  if (own(parameters, 'EnableDTMFBuffer') !== undefined) return nextOrError;
  const validation = ownObject(parameters, 'InputValidation');
  const isPhone = ownObject(validation, 'PhoneNumberValidation') !== undefined;
  if (ownString(parameters, 'StoreInput')?.toLowerCase() === 'true')
    return {
      errors: isPhone ? [noMatchingError, 'InvalidPhoneNumber'] : [noMatchingError],
    };
  return {
    conditions: { operands: keys },
    errors: menuErrors,
    next: 'placeholder',
  };
};
