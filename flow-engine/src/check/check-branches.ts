import { branchesOf, errorsOf, isLegalError, operators, sourceOf } from '../actions/action-definition.ts';
import { actionTable } from '../actions/action-table.ts';
import { noMatchingCondition } from '../model/error-types.ts';
import type { Action, Flow } from '../model/flow.ts';
import { type Check, type Problem, warning } from './report.ts';

/** Are the ways out of every action those it may have, and do they lead somewhere? */
export const checkBranches: Check = (flow, report) => {
  for (const action of flow.actions.values()) {
    const definition = actionTable.get(action.type);
    const source = definition === undefined ? 'devguide: flow-language-actions' : sourceOf(definition);
    const found: Found = (problem) => report({ ...problem, action: action.identifier, source });
    checkTargets(flow, action, found);
    checkKinds(action, found);
  }
};

type Found = (problem: Omit<Problem, 'source' | 'action'>) => void;

const checkTargets = (flow: Flow, action: Action, found: Found): void => {
  const targets = [
    ...(action.nextAction === undefined ? [] : [{ at: 'NextAction', to: action.nextAction }]),
    ...action.conditions.map(({ nextAction }, index) => ({ at: `Conditions[${index}].NextAction`, to: nextAction })),
    ...action.errors.map(({ nextAction }, index) => ({ at: `Errors[${index}].NextAction`, to: nextAction })),
  ];
  for (const { at, to } of targets)
    if (!flow.actions.has(to))
      found({
        code: 'unknown-next-action',
        property: `Transitions.${at}`,
        value: to,
        accepted: 'the Identifier of an action',
        message: `the branch leads to "${to}", which the flow does not have`,
      });
};

const checkKinds = (action: Action, found: Found): void => {
  const definition = actionTable.get(action.type);
  if (definition === undefined) return;
  const rule = branchesOf(definition, action);
  const { conditions, errors } = action;
  if (rule.next === 'none') {
    if (conditions.length > 0 || errors.length > 0 || action.nextAction !== undefined)
      found({
        code: 'terminal-with-transitions',
        property: 'Transitions',
        accepted: '{}',
        message: 'Action does not support transitions',
      });
    return;
  }
  if (rule.next === undefined && action.nextAction === undefined)
    found({
      code: 'missing-next-action',
      property: 'Transitions.NextAction',
      accepted: 'the Identifier of an action',
      message: `${action.type} needs a NextAction`,
    });
  for (const type of rule.errors)
    if (
      !errors.some(({ errorType }) => errorType === type) &&
      !(type === noMatchingCondition && conditions.length === 0)
    )
      found({
        code: 'missing-error-branch',
        property: 'Transitions.Errors',
        accepted: type,
        message: `Action is missing required error ${type}`,
      });
  const seen = new Set<string>();
  for (const [index, { errorType }] of errors.entries()) {
    const property = `Transitions.Errors[${index}].ErrorType`;
    if (!isLegalError(rule, errorType)) {
      const accepted = errorsOf(rule).join(', ') || 'none';
      found({
        code: 'illegal-error-branch',
        property,
        value: errorType,
        accepted,
        message: `Invalid Action error. Error: ${errorType}`,
      });
    }
    if (seen.has(errorType))
      found({
        code: 'duplicate-branch',
        ...warning,
        property,
        value: errorType,
        accepted: 'each error once',
        message: 'the first branch of this error is always taken',
      });
    seen.add(errorType);
  }
  checkConditions(action, rule.conditions, found);
};

const checkConditions = (action: Action, rule: ReturnType<typeof branchesOf>['conditions'], found: Found): void => {
  const { conditions, type } = action;
  if (rule === undefined) {
    if (conditions.length > 0)
      found({
        code: 'conditions-not-allowed',
        property: 'Transitions.Conditions',
        accepted: 'none',
        message: `${type} has no result to test`,
      });
    return;
  }
  if (rule.atLeastOne === true && conditions.length === 0)
    found({
      code: 'missing-condition',
      property: 'Transitions.Conditions',
      accepted: 'one condition or more',
      message: `${type} has no conditions`,
    });
  for (const operand of rule.required ?? [])
    if (!conditions.some(({ operator, operands }) => operator === 'Equals' && operands.includes(operand)))
      found({
        code: 'missing-condition',
        property: 'Transitions.Conditions',
        accepted: `Equals "${operand}"`,
        message: `${type} has no branch for "${operand}"`,
      });
  const seen = new Set<string>();
  const { operators: permitted = ['Equals'] } = rule;
  const allowed: readonly string[] = operators.filter((name) => permitted.includes(name));
  for (const [index, { operator, operands }] of conditions.entries()) {
    const property = `Transitions.Conditions[${index}].Condition`;
    if (!allowed.includes(operator))
      found({
        code: 'illegal-operator',
        property: `${property}.Operator`,
        value: operator,
        accepted: allowed.join(', '),
        message: `${type} cannot be tested with ${operator}`,
      });
    const [operand, second] = operands;
    if (operand === undefined || second !== undefined)
      found({
        code: 'illegal-operand',
        property: `${property}.Operands`,
        value: operands.join(', '),
        accepted: 'one text',
        message: 'a condition takes exactly one operand',
      });
    else if (rule.operands !== undefined && !rule.operands.includes(operand))
      found({
        code: 'illegal-operand',
        property: `${property}.Operands`,
        value: operand,
        accepted: rule.operands.join(', '),
        message: `${type} never answers "${operand}"`,
      });
    const key = `${operator} ${operands.join()}`;
    if (seen.has(key))
      found({
        code: 'duplicate-branch',
        ...warning,
        property,
        value: key,
        accepted: 'each condition once',
        message: 'an earlier condition is the same: this one is never taken',
      });
    seen.add(key);
  }
};
