import { noMatchingCondition } from '../model/error-types.ts';
import { failure, result } from '../run/outcome.ts';
import { defineAction, operators } from './action-definition.ts';
import { object, string } from './parameter-rule.ts';

/** Branches on a value. Text comparison is case-sensitive; a value that does not exist matches nothing. */
export const compare = defineAction({
  type: 'Compare',
  group: 'flow-control',
  parameters: object({ ComparisonValue: string({ required: true, origin: 'reference' }) }),
  branches: {
    conditions: { operators, atLeastOne: true },
    errors: [noMatchingCondition],
    next: 'placeholder',
  },
  run(step) {
    const value = step.text('ComparisonValue');
    return value === undefined ? failure('the value to compare does not exist', noMatchingCondition) : result(value);
  },
});
