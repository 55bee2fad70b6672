import { sourceOf } from '../actions/action-definition.ts';
import { actionTable } from '../actions/action-table.ts';
import { checkRule } from './check-rule.ts';
import type { Check } from './report.ts';

/** Are the parameters of every action those it takes, with values it takes? */
export const checkParameters: Check = (flow, report) => {
  for (const action of flow.actions.values()) {
    const definition = actionTable.get(action.type);
    if (definition === undefined) continue;
    const source = sourceOf(definition);
    checkRule(definition.parameters, action.parameters, 'Parameters', (problem) =>
      report({ ...problem, action: action.identifier, source }),
    );
    for (const problem of definition.check?.(action) ?? []) report({ ...problem, action: action.identifier, source });
  }
};
