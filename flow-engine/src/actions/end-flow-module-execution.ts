import { defineAction, terminal } from './action-definition.ts';
import { id, object } from './parameter-rule.ts';

/** Returns from a module to its caller, by the named branch if it has one. */
export const endFlowModuleExecution = defineAction({
  type: 'EndFlowModuleExecution',
  group: 'flow-control',
  parameters: object({ Result: id({ unconfirmed: 'how a custom branch is named in JSON is not documented' }) }),
  branches: terminal,
  flowTypes: 'modules',
  run(step) {
    const result = step.text('Result');
    return result === undefined ? { kind: 'leave-module' } : { kind: 'leave-module', result };
  },
});
