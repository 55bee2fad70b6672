import { branchesOf } from '../actions/action-definition.ts';
import { actionTable } from '../actions/action-table.ts';
import type { Action, Flow } from '../model/flow.ts';
import type { Via } from '../run/flow-event.ts';

export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly via: Via;
}

/** Every way out that a run can take; a NextAction that is only a placeholder is not one. */
export const transitionsOf = (action: Action): readonly Transition[] => {
  const { identifier: from, nextAction, conditions, errors } = action;
  const definition = actionTable.get(action.type);
  const isPlaceholder =
    definition !== undefined &&
    branchesOf(definition, action).next === 'placeholder' &&
    (conditions.length > 0 || errors.length > 0);
  return [
    ...(nextAction === undefined || isPlaceholder ? [] : [{ from, to: nextAction, via: { kind: 'next' } as const }]),
    ...conditions.map(({ nextAction: to }, index) => ({ from, to, via: { kind: 'condition', index } as const })),
    ...errors.map(({ nextAction: to, errorType }, index) => ({
      from,
      to,
      via: { kind: 'error', index, errorType } as const,
    })),
  ];
};

/** Identifiers a run can come to from the start, by any branch. */
export const reachable = (flow: Flow): ReadonlySet<string> => {
  const reached = new Set<string>();
  const ahead = [flow.startAction];
  for (let identifier = ahead.pop(); identifier !== undefined; identifier = ahead.pop()) {
    const action = flow.actions.get(identifier);
    if (action === undefined || reached.has(identifier)) continue;
    reached.add(identifier);
    for (const { to } of transitionsOf(action)) ahead.push(to);
  }
  return reached;
};
