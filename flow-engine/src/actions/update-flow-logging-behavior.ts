import { done } from '../run/outcome.ts';
import { type ActionDefinition, nextOnly } from './action-definition.ts';
import { choice, object } from './parameter-rule.ts';

/** Turns flow logs on or off for the contact, later segments included. */
export const updateFlowLoggingBehavior: ActionDefinition = {
  type: 'UpdateFlowLoggingBehavior',
  group: 'flow-control',
  support: 'recorded',
  parameters: object({ FlowLoggingBehavior: choice(['Enabled', 'Disabled'], { required: true, origin: 'static' }) }),
  branches: nextOnly,
  flowTypes: 'all',
  channels: 'all',
  run(step) {
    step.contact.logging = step.text('FlowLoggingBehavior') === 'Enabled';
    return done;
  },
};
