import { noMatchingError } from '../model/error-types.ts';
import { failure, result } from '../run/outcome.ts';
import { defineAction, inboundAndTransfers } from './action-definition.ts';
import { object } from './parameter-rule.ts';

const statuses = ['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'];

/** Who answered a campaign call: a person or a machine. */
export const checkOutboundCallStatus = defineAction({
  type: 'CheckOutboundCallStatus',
  group: 'flow-control',
  parameters: object({}),
  branches: {
    conditions: { operands: statuses },
    errors: [noMatchingError],
  },
  flowTypes: inboundAndTransfers,
  channels: ['VOICE'],
  run(step) {
    const status = step.need('outboundCallStatus').outboundCallStatus(step.contact);
    return status.ok ? result(status.value) : failure(status.reason);
  },
});
