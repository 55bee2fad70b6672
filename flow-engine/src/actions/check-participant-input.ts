import { own, ownObject, ownString } from '../json/json.ts';
import type { Action } from '../model/flow.ts';
import type { ActionDefinition } from './action-definition.ts';
import { promptNames } from './prompt-parameters.ts';

type Problem = ReturnType<NonNullable<ActionDefinition['check']>>[number];

const problem = (code: string, property: string, message: string, accepted?: string): Problem => ({
  code,
  property: `Parameters.${property}`,
  message,
  ...(accepted === undefined ? {} : { accepted }),
});

/** The rules between the modes of GetParticipantInput, which no single parameter shows. */
export const checkParticipantInput = ({ parameters, written, conditions }: Action): readonly Problem[] => {
  const has = (name: string) => own(parameters, name) !== undefined && own(parameters, name) !== null;
  const problems: Problem[] = [];
  if (has('EnableDTMFBuffer')) {
    const others = Object.keys(parameters).filter((name) => name !== 'EnableDTMFBuffer');
    if (others.length > 0)
      problems.push(
        problem('exclusive-parameters', others[0] ?? '', 'EnableDTMFBuffer stands alone', 'EnableDTMFBuffer only'),
      );
    return problems;
  }
  const prompts = promptNames.filter(has);
  if (prompts.length !== 1)
    problems.push(
      problem(
        'exclusive-parameters',
        prompts.join(', '),
        `Only one of these properties may be defined [${promptNames.join(', ')}]`,
        'exactly one',
      ),
    );
  if (!has('InputTimeLimitSeconds'))
    problems.push(
      problem('missing-property', 'InputTimeLimitSeconds', 'Action is missing required property', '1 to 180, static'),
    );
  const isStore = ownString(parameters, 'StoreInput')?.toLowerCase() === 'true';
  const validation = ownObject(parameters, 'InputValidation');
  if (isStore) {
    if (validation === undefined)
      problems.push(
        problem(
          'missing-property',
          'InputValidation',
          'a stored input needs a validation',
          'CustomValidation or PhoneNumberValidation',
        ),
      );
    // With conditions, the branch rules speak. Console exports write an empty list; one field report says CreateContactFlow refuses even that.
    if (written.conditions && conditions.length === 0)
      problems.push({
        ...problem('conditions-not-allowed', '', 'a stored input has no conditions', 'no Conditions key'),
        property: 'Transitions.Conditions',
        severity: 'warning',
      });
  } else {
    for (const name of ['InputValidation', 'InputEncryption'])
      if (has(name)) problems.push(problem('exclusive-parameters', name, `${name} needs StoreInput "True"`));
  }
  const phone = ownObject(validation, 'PhoneNumberValidation');
  if (phone !== undefined && has('InputEncryption'))
    problems.push(problem('exclusive-parameters', 'InputEncryption', 'encryption works with CustomValidation only'));
  if (phone !== undefined && ownString(phone, 'NumberFormat') === 'Local' && own(phone, 'CountryCode') === undefined)
    problems.push(
      problem(
        'missing-property',
        'InputValidation.PhoneNumberValidation.CountryCode',
        'a local number needs its country',
        'ISO country code',
      ),
    );
  return problems;
};
