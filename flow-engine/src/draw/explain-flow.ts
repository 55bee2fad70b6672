import { branchLabel } from '../coverage/coverage-text.ts';
import { reachable, transitionsOf } from '../graph/transitions.ts';
import { layoutFlow } from '../layout/layout-flow.ts';
import type { Flow } from '../model/flow.ts';
import { placeOf, summaryOf } from './summary.ts';

/** A flow in words, in the order a contact meets it. */
export const explainFlow = (flow: Flow): string => {
  const reached = reachable(flow);
  const kind = flow.isModule ? 'module' : (flow.type ?? 'flow of unknown type');
  const origin = flow.isConverted ? ', converted from the old console format' : '';
  const lines = [
    `${flow.name} (${kind}${origin}), ${flow.actions.size} actions, starts at ${placeOf(flow, flow.startAction)}`,
  ];
  for (const identifier of layoutFlow(flow).keys()) {
    const action = flow.actions.get(identifier);
    if (action === undefined) continue;
    const place = reached.has(identifier) ? '' : '  (unreachable)';
    const named = placeOf(flow, identifier, 200);
    const summary = summaryOf(action);
    const head = named === identifier ? `${identifier}: ${action.type}${summary === '' ? '' : ` "${summary}"`}` : named;
    lines.push('', `${head}${place}`);
    for (const { from, to, via } of transitionsOf(action))
      lines.push(`    ${branchLabel(flow, from, via)} -> ${placeOf(flow, to)}`);
  }
  return lines.join('\n');
};
