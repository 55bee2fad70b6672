import { placeOf } from '../draw/summary.ts';
import type { Flow } from '../model/flow.ts';
import type { Via } from '../run/flow-event.ts';
import type { FlowCoverage } from './branch-coverage.ts';

/** How a branch is named to people: `Equals "1"`, `error NoMatchingError`, `next`. */
export const branchLabel = (flow: Flow | undefined, from: string, via: Via): string => {
  if (via.kind === 'next') return 'next';
  if (via.kind === 'error') return `error ${via.errorType}`;
  const condition = flow?.actions.get(from)?.conditions[via.index];
  return condition === undefined ? `condition ${via.index}` : `${condition.operator} "${condition.operands.join(', ')}"`;
};

/** One line per flow, then the branches no run has taken. */
export const coverageText = (report: readonly FlowCoverage[], flows: readonly Flow[]): string => {
  const byName = new Map(flows.map((flow) => [flow.name, flow]));
  const lines: string[] = [];
  for (const { flow, covered, total, transitions, unreachable } of report) {
    const place = (identifier: string): string => placeOf(byName.get(flow), identifier);
    const percent = total === 0 ? 100 : Math.floor((covered * 100) / total);
    lines.push(`${flow}: ${covered} of ${total} branches (${percent} %)`);
    for (const { from, to, via, hits } of transitions)
      if (hits === 0)
        lines.push(`  missed  ${place(from)}  ${branchLabel(byName.get(flow), from, via)}  -> ${place(to)}`);
    for (const identifier of unreachable) lines.push(`  unreachable  ${place(identifier)}`);
  }
  return lines.join('\n');
};
