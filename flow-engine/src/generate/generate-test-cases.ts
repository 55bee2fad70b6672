import { BranchCoverage, type FlowCoverage } from '../coverage/branch-coverage.ts';
import { Chooser } from '../explore/chooser.ts';
import { interestingValues } from '../explore/interesting-values.ts';
import type { HostCapabilities } from '../host/host-capabilities.ts';
import type { JsonObject } from '../json/json.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowEvent } from '../run/flow-event.ts';
import type { EndedSuspension } from '../run/suspension.ts';
import { parseTestCase } from '../testing/parse-test-case.ts';
import { runTestCase } from '../testing/run-test-case.ts';
import { imagineCall } from './imagine-call.ts';
import { type MissedBranch, missedBranches } from './missed-branches.ts';
import { testCaseContent } from './script.ts';

export interface GenerateOptions {
  /** Flows and modules the flow calls. */
  readonly library?: readonly Flow[];
  /** Queues, flows, modules… by id; hours and queue capacity are overridden by the cases themselves. */
  readonly host: HostCapabilities;
  /** @default 1 */
  readonly seed?: number;
  /** Calls imagined at most. @default 2000 */
  readonly maxCalls?: number;
  /** Actions executed by the test cases tried, after which the search ends. @default 1 000 000 */
  readonly maxSteps?: number;
}

/** A CreateTestCase request without its entry point. */
export interface GeneratedTestCase {
  readonly name: string;
  readonly content: JsonObject;
  readonly attributes: Readonly<Record<string, string>>;
  /** Branches no case before it takes. */
  readonly adds: number;
}

export interface Generated {
  readonly cases: readonly GeneratedTestCase[];
  /** What the cases take together. */
  readonly coverage: readonly FlowCoverage[];
  /** The branches they miss, each with the reason. */
  readonly missed: readonly MissedBranch[];
}

interface Candidate extends Omit<GeneratedTestCase, 'name' | 'adds'> {
  readonly branches: ReadonlySet<string>;
  readonly length: number;
}

const patience = 300;

/** A small set of native test cases that takes every branch such cases can take. Each has been run, and passes. */
export const generateTestCases = (flow: Flow, options: GenerateOptions): Generated => {
  const library = [flow, ...(options.library ?? [])];
  const { maxCalls = 2000, maxSteps = 1_000_000 } = options;
  const choose = new Chooser(options.seed ?? 1);
  const values = interestingValues(library);
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  let steps = 0;
  const countStep = ({ kind }: FlowEvent): void => {
    if (kind === 'action-started') steps += 1;
  };
  for (let call = 0, idle = 0; call < maxCalls && idle < patience && steps < maxSteps; call += 1, idle += 1) {
    choose.begin();
    const imagined = imagineCall(flow, options.host, choose, values);
    if (imagined === undefined) continue;
    const { ended } = imagined;
    const content = testCaseContent(imagined.lines, queueOf(ended), ended === undefined);
    const branches = replay(flow, options.host, content, imagined.attributes, countStep);
    if (branches === undefined || [...branches].every((branch) => seen.has(branch))) continue;
    for (const branch of branches) seen.add(branch);
    candidates.push({ content, attributes: imagined.attributes, branches, length: imagined.lines.length });
    idle = 0;
  }
  const cases = fewest(flow, candidates);
  const coverage = new BranchCoverage(library);
  for (const { content, attributes } of cases) replay(flow, options.host, content, attributes, coverage.observe);
  const report = coverage.report();
  return { cases, coverage: report, missed: missedBranches(library, report) };
};

const queueOf = (ended: EndedSuspension | undefined): string | undefined =>
  ended?.target?.kind === 'queue' ? ended.target.queue.arn : undefined;

/** Branches a case takes; undefined when it does not pass. */
const replay = (
  flow: Flow,
  host: HostCapabilities,
  content: JsonObject,
  attributes: Readonly<Record<string, string>>,
  onEvent?: (event: FlowEvent) => void,
): ReadonlySet<string> | undefined => {
  const { testCase } = parseTestCase({ Content: content, InitializationData: { Attributes: { ...attributes } } });
  if (testCase === undefined) return undefined;
  const branches = new Set<string>();
  const result = runTestCase(testCase, {
    flow,
    host,
    onEvent(event) {
      onEvent?.(event);
      if (event.kind === 'transition') branches.add(JSON.stringify([event.flow, event.action, event.via]));
    },
  });
  return result.status === 'PASSED' ? branches : undefined;
};

/** Greedy cover: at each turn the case that adds most, the shorter one when two add as much. */
const fewest = (flow: Flow, candidates: readonly Candidate[]): readonly GeneratedTestCase[] => {
  const taken = new Set<string>();
  const cases: GeneratedTestCase[] = [];
  // A gain only shrinks as branches are taken, so the first whose gain is still what it was when sorted is the best of all.
  let left = candidates.map((candidate) => ({ candidate, adds: candidate.branches.size }));
  while (left.length > 0) {
    left.sort((a, b) => b.adds - a.adds || a.candidate.length - b.candidate.length);
    for (const [index, entry] of left.entries()) {
      const { branches, content, attributes, length } = entry.candidate;
      const adds = [...branches].filter((branch) => !taken.has(branch)).length;
      const next = left[index + 1];
      const isBest =
        adds > 0 && (next === undefined || adds > next.adds || (adds === next.adds && length <= next.candidate.length));
      entry.adds = isBest ? 0 : adds;
      if (!isBest) {
        if (adds > 0) break;
        continue;
      }
      for (const branch of branches) taken.add(branch);
      cases.push({
        name: `${flow.name}-${String(cases.length + 1).padStart(2, '0')}`,
        content,
        attributes,
        adds,
      });
      break;
    }
    left = left.filter(({ adds }) => adds > 0);
  }
  return cases;
};
