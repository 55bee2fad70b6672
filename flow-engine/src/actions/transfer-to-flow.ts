import { failure } from '../run/outcome.ts';
import { type ActionDefinition, inboundAndTransfers, nextOrError } from './action-definition.ts';
import { id, object } from './parameter-rule.ts';

/** Leaves this flow for another, for good; flow attributes stay behind. */
export const transferToFlow: ActionDefinition = {
  type: 'TransferToFlow',
  group: 'flow-control',
  support: 'host',
  parameters: object({ ContactFlowId: id({ required: true }) }),
  branches: { ...nextOrError, next: 'placeholder' },
  flowTypes: inboundAndTransfers,
  channels: 'all',
  run(step) {
    const flowId = step.text('ContactFlowId');
    if (flowId === undefined) return failure('ContactFlowId leads to no flow');
    const flow = step.need('flow').flow(flowId, step.contact);
    return flow.ok ? { kind: 'transfer-to-flow', flow: flow.value } : failure(flow.reason);
  },
};
