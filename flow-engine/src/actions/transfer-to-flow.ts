import { failure } from '../run/outcome.ts';
import { defineAction, inboundAndTransfers, nextOrError } from './action-definition.ts';
import { neededId, object } from './parameter-rule.ts';

/** Leaves this flow for another, for good; flow attributes stay behind. */
export const transferToFlow = defineAction({
  type: 'TransferToFlow',
  group: 'flow-control',
  parameters: object({ ContactFlowId: neededId }),
  branches: { ...nextOrError, next: 'placeholder' },
  flowTypes: inboundAndTransfers,
  run(step) {
    const flowId = step.text('ContactFlowId');
    if (flowId === undefined) return failure('ContactFlowId leads to no flow');
    const flow = step.need('flow').flow(flowId, step.contact);
    return flow.ok ? { kind: 'transfer-to-flow', flow: flow.value } : failure(flow.reason);
  },
});
