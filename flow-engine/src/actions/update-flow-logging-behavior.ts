import { done } from '../run/outcome.ts';
import { defineAction, nextOnly } from './action-definition.ts';
import { choice, object } from './parameter-rule.ts';

/** Turns flow logs on or off for the contact, later segments included. */
export const updateFlowLoggingBehavior = defineAction({
  type: 'UpdateFlowLoggingBehavior',
  group: 'flow-control',
  parameters: object({ FlowLoggingBehavior: choice(['Enabled', 'Disabled'], { required: true }) }),
  branches: nextOnly,
  run(step) {
    step.contact.logging = step.text('FlowLoggingBehavior') === 'Enabled';
    return done;
  },
});
