import type { Finding } from '../finding.ts';
import type { Flow } from '../model/flow.ts';
import { checkBranches } from './check-branches.ts';
import { checkDocument } from './check-document.ts';
import { checkGraph } from './check-graph.ts';
import { checkOrder } from './check-order.ts';
import { checkParameters } from './check-parameters.ts';
import { checkPlacement } from './check-placement.ts';
import { checkReferences } from './check-references.ts';
import { checkRobustness } from './check-robustness.ts';
import { checkSpeech } from './check-speech.ts';
import type { Check } from './report.ts';

export interface CheckOptions {
  /** Only what CreateContactFlow would refuse. @default false */
  readonly errorsOnly?: boolean;
}

const checks: readonly Check[] = [
  checkDocument,
  checkPlacement,
  checkParameters,
  checkBranches,
  checkGraph,
  checkOrder,
  checkReferences,
  checkSpeech,
  checkRobustness,
];

/** Everything wrong with a parsed flow. `parseFlow` has already reported what is wrong with its form; the two lists do not repeat each other. */
export const checkFlow = (flow: Flow, options: CheckOptions = {}): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const check of checks)
    check(flow, (problem) => {
      const finding: Finding = { severity: 'error', ...problem, flow: flow.name };
      if (options.errorsOnly !== true || finding.severity === 'error') findings.push(finding);
    });
  return findings;
};
