import { branchesOf, sourceOf } from '../actions/action-definition.ts';
import { actionTable } from '../actions/action-table.ts';
import { own, ownString } from '../json/json.ts';
import { noMatchingError } from '../model/error-types.ts';
import type { Action } from '../model/flow.ts';
import { type Check, warning } from './report.ts';

/** Can this action fail although CreateContactFlow lets it stand without an error branch? A static text cannot. */
const canFail = ({ type, parameters }: Action): boolean => {
  switch (type) {
    case 'MessageParticipant':
      return own(parameters, 'PromptId') !== undefined || own(parameters, 'Media') !== undefined;
    case 'MessageParticipantIteratively':
    case 'TagContact':
    case 'UnTagContact':
    case 'UpdateFlowAttributes':
      return false;
    case 'Loop':
      return ownString(parameters, 'LoopCount')?.includes('$.') === true;
    default:
      return true;
  }
};

/** Failures that would stop the flow on a live call, and shares that do not add up. */
export const checkRobustness: Check = (flow, report) => {
  for (const action of flow.actions.values()) {
    const definition = actionTable.get(action.type);
    if (definition === undefined) continue;
    const { optionalErrors = [] } = branchesOf(definition, action);
    const isOpen =
      optionalErrors.includes(noMatchingError) && !action.errors.some(({ errorType }) => errorType === noMatchingError);
    if (isOpen && canFail(action))
      report({
        code: 'unhandled-error',
        ...warning,
        action: action.identifier,
        property: 'Transitions.Errors',
        accepted: noMatchingError,
        message: `${action.type} can fail, and the flow would stop there`,
        source: sourceOf(definition),
      });
    if (action.type === 'DistributeByPercentage') {
      const shares = action.conditions.map(({ operands: [operand] }) => Number(operand));
      const isRising = shares.every((share, index) => share > (shares[index - 1] ?? 1) && share <= 101);
      if (!isRising)
        report({
          code: 'percentages-not-cumulative',
          ...warning,
          action: action.identifier,
          property: 'Transitions.Conditions',
          value: shares.join(', '),
          accepted: 'rising operands: cumulative percentage plus one, 2 to 101',
          message: 'some of these branches are never taken',
          source: sourceOf(definition),
        });
    }
  }
};
