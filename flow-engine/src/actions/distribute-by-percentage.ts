import { noMatchingCondition } from '../model/error-types.ts';
import { result } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { object } from './parameter-rule.ts';

/** Draws 1 to 100; conditions are cumulative percentages plus one, what is left takes NoMatchingCondition. */
export const distributeByPercentage = defineAction({
  type: 'DistributeByPercentage',
  group: 'flow-control',
  parameters: object({}),
  branches: {
    conditions: { operators: ['NumberLessThan'], atLeastOne: true },
    errors: [noMatchingCondition],
    next: 'placeholder',
  },
  flowTypes: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE', 'CAMPAIGN'],
  run: (step) => result(String(step.need('randomPercent').randomPercent(step.contact, step.action.identifier))),
});
