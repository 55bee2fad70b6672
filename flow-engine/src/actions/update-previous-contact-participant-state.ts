import { done, failure } from '../run/outcome.ts';
import { defineAction, inboundAndTransfers } from './action-definition.ts';
import { choice, object } from './parameter-rule.ts';

const states = ['AgentOnHold', 'CustomerOnHold', 'OffHold'];

/** Puts the parties of the call being transferred on hold, or back. */
export const updatePreviousContactParticipantState = defineAction({
  type: 'UpdatePreviousContactParticipantState',
  parameters: object({ PreviousContactParticipantState: choice(states, { required: true }) }),
  flowTypes: inboundAndTransfers,
  channels: ['VOICE'],
  run(step) {
    const state = step.text('PreviousContactParticipantState');
    if (state === undefined || !states.includes(state))
      return failure(`state "${state ?? ''}"; accepted: ${states.join(', ')}`);
    step.contact.previousContactParticipantState = state;
    return done;
  },
});
