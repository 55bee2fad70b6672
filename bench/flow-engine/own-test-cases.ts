import { join } from 'node:path';
import {
  answer,
  type Flow,
  type HostCapabilities,
  type JsonObject,
  parseFlow,
  parseTestCase,
  refuse,
  runTestCase,
  type TestCase,
} from '../../flow-engine/src/index.ts';
import { readFlowFiles } from '../../lib/contact-centre/flow-file.ts';
import { fillPlaceholders, type ReferenceKind } from '../../lib/contact-centre/placeholders.ts';
import { readTestCaseFiles } from '../../lib/contact-centre/test-case-file.ts';
import { centres } from '../../programmes/index.ts';

const folder = join(import.meta.dirname, '../../contact-flows');

interface Playable {
  readonly testCase: TestCase;
  readonly flow: Flow;
}

/** Our own native test cases: a function that plays all of them, and how many they are. Throws when one fails. */
export function ownTestCases(): { readonly count: number; readonly play: () => void } {
  const flows = new Map<string, Flow>();
  const cases: Playable[] = [];
  for (const [programme, { flowTexts }] of Object.entries(centres)) {
    const value = (kind: ReferenceKind, name: string): string =>
      kind === 'text' ? (flowTexts[name] ?? '') : `arn:aws:${kind}:${name}`;
    for (const file of readFlowFiles(folder, programme)) {
      const isModule = file.type === undefined;
      const arn = value(isModule ? 'module' : 'flow', file.name);
      const type = file.type === undefined ? {} : { type: file.type };
      flows.set(arn, required(parseFlow(fillPlaceholders(file, value), { name: file.name, arn, isModule, ...type })));
    }
    for (const { path, name, content, attributes } of readTestCaseFiles(folder, programme)) {
      const filled: JsonObject = fillPlaceholders({ path, content }, value);
      const flow = flows.get(String(filled['flow']));
      const { testCase } = parseTestCase(
        { Content: filled['test'], InitializationData: { Attributes: attributes } },
        name,
      );
      if (flow === undefined || testCase === undefined) throw new Error(`${path} cannot be played`);
      cases.push({ flow, testCase });
    }
  }
  const host = hostWith(flows);
  return {
    count: cases.length,
    play: () => {
      for (const { testCase, flow } of cases) {
        const { name, failures } = runTestCase(testCase, { flow, host });
        if (failures.length > 0) throw new Error(`${name}: ${failures.join('; ')}`);
      }
    },
  };
}

function required({ flow, findings }: ReturnType<typeof parseFlow>): Flow {
  if (flow === undefined) throw new Error(JSON.stringify(findings));
  return flow;
}

function hostWith(flows: ReadonlyMap<string, Flow>): HostCapabilities {
  const find = (arn: string) => {
    const flow = flows.get(arn);
    return flow === undefined ? refuse(`no flow ${arn}`) : answer(flow);
  };
  return {
    flow: find,
    flowModule: find,
    queue: (arn) => answer({ arn, name: arn }),
    hoursOfOperation: () => refuse('no hours but those a case sets'),
    enqueue: () => answer('queued'),
    metricData: () => answer({ Contact: { PositionInQueue: 3, EstimatedWaitTime: 240 } }),
    createCallback: () => refuse('a test case keeps no place'),
    isDialable: (number) => number.startsWith('+687'),
    voiceExists: () => true,
  };
}
