import {
  type Action,
  BranchCoverage,
  branchLabel,
  type Flow,
  type FlowCoverage,
  type Transition,
} from '../../flow-engine/src/index.ts';
import { faults, playFault, scenarioWalks } from './faults.ts';
import { flows } from './flow-files.ts';
import { nativeCases, playNative } from './native-cases.ts';

/** One way out of one action of our flows, and what takes it. */
export interface Branch {
  readonly flow: Flow;
  readonly action: Action;
  /** `Equals "1"`, `error NoMatchingError`, `next` */
  readonly label: string;
  readonly isError: boolean;
  /** Test cases in the testing language of Amazon Connect take it. */
  readonly isNative: boolean;
  /** Scenarios or faults, which speak to the engine, take it. */
  readonly isScripted: boolean;
}

const native = new BranchCoverage(flows.values());
for (const one of nativeCases) playNative(one, native.observe);

const scripted = new BranchCoverage(flows.values());
for (const { events } of [...scenarioWalks, ...faults.map(playFault)])
  for (const event of events) scripted.observe(event);

const of = (coverage: BranchCoverage, flow: Flow): FlowCoverage | undefined =>
  coverage.report().find((report) => report.flow === flow.name);

/** What native test cases take of a flow. */
export const nativeCoverage = (flow: Flow): FlowCoverage | undefined => of(native, flow);

const keyOf = ({ from, via }: Transition): string => `${from} ${JSON.stringify(via)}`;
const taken = (coverage: BranchCoverage, flow: Flow): ReadonlySet<string> =>
  new Set(of(coverage, flow)?.transitions.flatMap((one) => (one.hits > 0 ? [keyOf(one)] : [])));

/** Every branch of every flow. */
export const branches: readonly Branch[] = [...flows.values()].flatMap((flow) => {
  const [byCases, byScripts] = [taken(native, flow), taken(scripted, flow)];
  return (of(native, flow)?.transitions ?? []).flatMap((transition) => {
    const action = flow.actions.get(transition.from);
    if (action === undefined) return [];
    return [
      {
        flow,
        action,
        label: branchLabel(flow, transition.from, transition.via),
        isError: transition.via.kind === 'error',
        isNative: byCases.has(keyOf(transition)),
        isScripted: byScripts.has(keyOf(transition)),
      },
    ];
  });
});
