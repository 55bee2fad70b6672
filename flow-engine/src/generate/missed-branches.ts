import { actionTable } from '../actions/action-table.ts';
import type { FlowCoverage } from '../coverage/branch-coverage.ts';
import { branchLabel } from '../coverage/coverage-text.ts';
import { placeOf } from '../draw/summary.ts';
import { type Transition, transitionsOf } from '../graph/transitions.ts';
import { noMatchingError } from '../model/error-types.ts';
import type { Flow } from '../model/flow.ts';

/** A branch that no generated test case takes. */
export interface MissedBranch extends Transition {
  readonly flow: string;
  /** The branch in words: `menu  error NoMatchingError  -> bye`. */
  readonly label: string;
  readonly reason: string;
}

/** Actions that a test case cannot answer for, neither by an instruction nor by an override, and what they would need. */
const unanswerable = new Map(
  Object.entries({
    ShowView: 'an agent who answers a guide',
    TransferParticipantToThirdParty: 'a third party who answers the phone',
    Wait: 'an event, or more than the five minutes of a test',
  }),
);

/** Actions that an override makes fail, and those that a caller does. */
const overridable = /^(InvokeL|Connect|CheckHours)|ToQueue$/;
const failing = /^(GetParticipant|Compare|InvokeL|Connect|CheckHours|CheckMetric|Distribute)|ToQueue$/;

/** Why the cases miss what they miss: the language has nothing for it, nothing leads there, or the search did not find it. */
export const missedBranches = (flows: readonly Flow[], coverage: readonly FlowCoverage[]): readonly MissedBranch[] =>
  flows.flatMap((flow) => {
    const transitions = coverage.find((each) => each.flow === flow.name)?.transitions ?? [];
    const reached = new Set([flow.startAction, ...transitions.flatMap(({ to, hits }) => (hits > 0 ? [to] : []))]);
    const wayOf = ({ from, via }: Transition): string => `${placeOf(flow, from)}  ${branchLabel(flow, from, via)}`;
    /** The missed branch that keeps the cases from an action. */
    const causes = new Map<string, Transition>();
    const open = transitions.filter(({ from, hits }) => hits === 0 && reached.has(from));
    for (const first of open)
      for (const ahead = [first.to]; ahead.length > 0; ) {
        const at = ahead.pop() ?? '';
        if (reached.has(at) || causes.has(at)) continue;
        causes.set(at, first);
        const action = flow.actions.get(at);
        if (action !== undefined) ahead.push(...transitionsOf(action).map(({ to }) => to));
      }
    const needOf = (type: string): string | undefined =>
      actionTable.get(type)?.group === 'service' ? 'the answer of a service' : unanswerable.get(type);
    const reasonOf = ({ from, to, via }: Transition): string => {
      const cause = causes.get(from);
      if (cause !== undefined) return `behind ${wayOf(cause)}`;
      const type = flow.actions.get(from)?.type ?? '';
      const need = needOf(type) ?? (reached.has(to) ? undefined : needOf(flow.actions.get(to)?.type ?? ''));
      if (need !== undefined) return `needs ${need}, which the testing language has not`;
      return via.kind === 'error' && !(via.errorType === noMatchingError ? overridable : failing).test(type)
        ? `no caller and no override makes ${type} fail so`
        : 'no imagined call led here';
    };
    return transitions
      .filter(({ hits }) => hits === 0)
      .map(({ from, to, via }) => ({
        flow: flow.name,
        from,
        to,
        via,
        label: `${wayOf({ from, to, via })}  -> ${placeOf(flow, to)}`,
        reason: reasonOf({ from, to, via }),
      }));
  });
