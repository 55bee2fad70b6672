import { reachable } from '../graph/transitions.ts';
import type { Check } from './report.ts';

/** Actions nobody can reach. */
export const checkGraph: Check = (flow, report) => {
  const reached = reachable(flow);
  for (const identifier of flow.actions.keys())
    if (!reached.has(identifier))
      report({
        code: 'unreachable-action',
        severity: 'warning',
        action: identifier,
        message: 'no branch leads to this action',
        source: 'adminguide: create-contact-flow',
      });
};
