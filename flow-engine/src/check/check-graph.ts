import { componentsOf } from '../graph/components.ts';
import { reachable, transitionsOf } from '../graph/transitions.ts';
import { connectLexBotType, participantInputType } from '../model/action-types.ts';
import type { Flow } from '../model/flow.ts';
import { type Check, warning } from './report.ts';

/** Where a run waits for the world, so that a loop through it does not spin. */
const waitingTypes = new Set([
  'MessageParticipant',
  'MessageParticipantIteratively',
  participantInputType,
  connectLexBotType,
  'ShowView',
  'Wait',
  'TransferParticipantToThirdParty',
  'AuthenticateParticipant',
]);

type Successors = (node: string) => readonly string[];

const successorsIn = (flow: Flow, nodes: ReadonlySet<string>): Successors => {
  const targets = new Map<string, readonly string[]>();
  for (const node of nodes) {
    const action = flow.actions.get(node);
    targets.set(
      node,
      action === undefined
        ? []
        : transitionsOf(action)
            .map(({ to }) => to)
            .filter((to) => nodes.has(to)),
    );
  }
  return (node) => targets.get(node) ?? [];
};

/** Groups of actions a run can go round in. */
const cyclesIn = (nodes: ReadonlySet<string>, successors: Successors): readonly (readonly string[])[] =>
  componentsOf(nodes, successors).filter(
    ([first, second]) => first !== undefined && (second !== undefined || successors(first).includes(first)),
  );

/** Actions nobody can reach, loops nobody can leave, loops that spin. */
export const checkGraph: Check = (flow, report) => {
  const place = new Map([...flow.actions.keys()].map((identifier, index) => [identifier, index]));
  const first = (cycle: readonly string[]): string =>
    cycle.reduce((one, other) => ((place.get(other) ?? 0) < (place.get(one) ?? 0) ? other : one));
  const reached = reachable(flow);
  for (const identifier of flow.actions.keys())
    if (!reached.has(identifier))
      report({
        code: 'unreachable-action',
        ...warning,
        action: identifier,
        message: 'no branch leads to this action',
        source: 'adminguide: create-contact-flow',
      });

  const successors = successorsIn(flow, reached);
  for (const cycle of cyclesIn(reached, successors)) {
    const members = new Set(cycle);
    if (cycle.some((node) => successors(node).some((to) => !members.has(to)))) continue;
    report({
      code: 'loop-without-exit',
      ...warning,
      action: first(cycle),
      value: describe(cycle),
      accepted: 'a branch out of the loop',
      message: 'only hanging up gets a contact out of this loop',
      source: 'flow-engine: graph',
    });
  }

  const spinning = new Set(
    [...reached].filter((node) => {
      const type = flow.actions.get(node)?.type ?? '';
      return !waitingTypes.has(type) && type !== 'Loop';
    }),
  );
  for (const cycle of cyclesIn(spinning, successorsIn(flow, spinning)))
    report({
      code: 'loop-without-prompt',
      ...warning,
      action: first(cycle),
      value: describe(cycle),
      accepted: 'a prompt, an input, a Wait or a Loop inside',
      message: 'a contact can go round here without hearing anything',
      source: 'flow-engine: graph',
    });
};

const describe = (cycle: readonly string[]): string => {
  const shown = cycle.slice(0, 5).join(' -> ');
  return cycle.length > 5 ? `${shown} … (${cycle.length} actions)` : shown;
};
