import { branchLabel } from '../coverage/coverage-text.ts';
import { transitionsOf } from '../graph/transitions.ts';
import type { Flow } from '../model/flow.ts';
import { placeOf, summaryOf } from './summary.ts';

const quoted = (text: string): string =>
  `"${text
    .replace(/["\n\r]/g, ' ')
    .replace(/[<>]/g, ' ')
    .slice(0, 80)}"`;

/** A flow as a Mermaid flowchart, for documents that render it. */
export const drawMermaid = (flow: Flow): string => {
  const names = new Map([...flow.actions.keys()].map((identifier, index) => [identifier, `a${index}`]));
  const lines = ['flowchart LR'];
  for (const action of flow.actions.values()) {
    const name = names.get(action.identifier) ?? '';
    const named = placeOf(flow, action.identifier);
    const summary = summaryOf(action);
    lines.push(
      `  ${name}[${quoted(
        named === action.identifier ? `${named}: ${action.type}${summary === '' ? '' : ` — ${summary}`}` : named,
      )}]`,
    );
    for (const { from, to, via } of transitionsOf(action)) {
      const target = names.get(to);
      if (target !== undefined)
        lines.push(`  ${name} -->|${quoted(branchLabel(flow, from, via).replaceAll('"', "'"))}| ${target}`);
    }
  }
  return lines.join('\n');
};
