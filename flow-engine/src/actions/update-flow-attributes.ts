import { isJsonObject, recordFrom } from '../json/json.ts';
import { done, failure } from '../run/outcome.ts';
import { defineAction, nextErrorOptional } from './action-definition.ts';
import { attributeNameProblems, attributeProblem } from './attribute-limits.ts';
import { map, object, template } from './parameter-rule.ts';

/** Sets attributes seen by this flow only: not by Lambda, modules, other flows or the contact record. */
export const updateFlowAttributes = defineAction({
  type: 'UpdateFlowAttributes',
  group: 'flow-control',
  parameters: object({ FlowAttributes: map(object({ Value: template({ required: true }) }), { required: true }) }),
  branches: nextErrorOptional,
  check: attributeNameProblems('FlowAttributes'),
  run(step) {
    const written = Object.entries(step.object('FlowAttributes') ?? {});
    const values = recordFrom(
      written.map(([key, entry]) => [key, isJsonObject(entry) ? (step.text('Value', entry) ?? '') : '']),
    );
    const problem = attributeProblem(step.frame.flowAttributes, values);
    if (problem !== undefined) return failure(problem);
    Object.assign(step.frame.flowAttributes, values);
    return done;
  },
});
