import { noMatchingCondition, noMatchingError } from '../model/error-types.ts';
import { failure } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { json, neededId, object } from './parameter-rule.ts';

/** Modules may invoke modules this deep (adminguide: contact-flow-modules). */
const maximumModuleDepth = 5;

/** Runs a module and comes back; the module sees contact attributes but nothing local to its caller. */
export const invokeFlowModule = defineAction({
  type: 'InvokeFlowModule',
  group: 'flow-control',
  parameters: object({
    FlowModuleId: neededId,
    InputParameters: json({ unconfirmed: 'how module inputs are passed in JSON is not documented' }),
  }),
  branches: {
    conditions: {},
    errors: [noMatchingError],
    optionalErrors: [noMatchingCondition],
  },
  run(step) {
    const moduleId = step.text('FlowModuleId');
    if (moduleId === undefined) return failure('FlowModuleId leads to no module');
    if (step.moduleDepth >= maximumModuleDepth)
      return failure(
        `module "${moduleId}" would be nested ${step.moduleDepth + 1} deep; accepted: ${maximumModuleDepth}`,
      );
    const module = step.need('flowModule').flowModule(moduleId, step.contact);
    if (!module.ok) return failure(module.reason);
    const input = step.action.parameters['InputParameters'];
    return { kind: 'enter-module', module: module.value, input: input === undefined ? {} : step.json(input) };
  },
});
