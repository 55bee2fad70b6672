import { noMatchingError } from '../model/error-types.ts';
import { failure, result } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { integer, object } from './parameter-rule.ts';

/** Counts passes: `ContinueLooping` LoopCount times, then `DoneLooping`, and starts over. */
export const loop = defineAction({
  type: 'Loop',
  group: 'flow-control',
  parameters: object({ LoopCount: integer(0, 100, { required: true }) }),
  branches: {
    conditions: {
      operands: ['ContinueLooping', 'DoneLooping'],
      required: ['ContinueLooping', 'DoneLooping'],
    },
    errors: [],
    optionalErrors: [noMatchingError],
    next: 'placeholder',
  },
  run(step) {
    const count = step.integer('LoopCount');
    if (count === undefined || !(count >= 0 && count <= 100))
      return failure(`LoopCount is ${count}; accepted: 0 to 100`);
    const { contact, flow, action } = step;
    const key = `${flow.arn ?? flow.name} ${action.identifier}`;
    const passes = contact.loopCounters.get(key) ?? 0;
    if (passes >= count) {
      contact.loopCounters.delete(key);
      return result('DoneLooping');
    }
    contact.loopCounters.set(key, passes + 1);
    return result('ContinueLooping');
  },
});
