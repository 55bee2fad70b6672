import { checkHoursType } from '../model/action-types.ts';
import { noMatchingError } from '../model/error-types.ts';
import { failure, result } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue } from './action-definition.ts';
import { id, object } from './parameter-rule.ts';

/** Open or closed: the named hours, else those of the working queue. */
export const checkHoursOfOperation = defineAction({
  type: checkHoursType,
  group: 'flow-control',
  parameters: object({ HoursOfOperationId: id() }),
  branches: {
    conditions: { required: ['True', 'False'] },
    errors: [noMatchingError],
    next: 'placeholder',
  },
  flowTypes: inboundTransfersAndQueue,
  run(step) {
    const { contact } = step;
    const hoursOfOperationId = step.text('HoursOfOperationId');
    if (hoursOfOperationId === undefined && contact.queue === undefined && contact.targetAgent !== undefined)
      return failure(`agent queue of ${contact.targetAgent.userName} has no hours of operation`);
    const state = step.need('hoursOfOperation').hoursOfOperation({
      contact,
      ...(hoursOfOperationId === undefined ? {} : { hoursOfOperationId }),
      ...(contact.queue === undefined ? {} : { queue: contact.queue }),
    });
    if (!state.ok) return failure(state.reason);
    const { open, override } = state.value;
    const isNamed =
      override !== undefined && step.action.conditions.some(({ operands }) => operands.includes(override));
    return result(isNamed ? override : open ? 'True' : 'False');
  },
});
