import { BranchCoverage, type FlowCoverage } from '../coverage/branch-coverage.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowEvent } from '../run/flow-event.ts';
import { FlowRun } from '../run/flow-run.ts';
import type { EndedSuspension } from '../run/suspension.ts';
import { Chooser } from './chooser.ts';
import { imaginedContact } from './imagined-contact.ts';
import { imaginedHost } from './imagined-host.ts';
import { imaginedSignal } from './imagined-world.ts';
import { interestingValues } from './interesting-values.ts';

export interface ExploreOptions {
  /** Flows and modules the flow may call, by name or ARN; any other is imagined as one that ends at once. */
  readonly library?: readonly Flow[];
  /** @default 1 */
  readonly seed?: number;
  /** Contacts sent through at most. @default 3000 */
  readonly maxRuns?: number;
  /** Contacts in a row without a new branch after which nothing more is expected. @default 400 */
  readonly patience?: number;
  /** Actions executed, by all contacts together, after which the search ends: no document makes it endless. @default 3 000 000 */
  readonly maxSteps?: number;
}

/** One contact that took a branch none before it had taken. */
export interface Discovery {
  /** What the world did, in order: the inputs that cause the branches. */
  readonly choices: readonly string[];
  /** `flow / action / branch number` of each branch it was the first to take. */
  readonly discovered: number;
  readonly ended: EndedSuspension;
}

export interface Exploration {
  readonly coverage: readonly FlowCoverage[];
  readonly discoveries: readonly Discovery[];
  readonly runs: number;
}

const maximumSignals = 120;

/** Sends imagined contacts through a flow, each doing what was tried least, until no new branch shows. No branch is forced: an input causes each. */
export const exploreFlow = (flow: Flow, options: ExploreOptions = {}): Exploration => {
  const library = [flow, ...(options.library ?? [])];
  const choose = new Chooser(options.seed ?? 1);
  const values = interestingValues(library);
  const coverage = new BranchCoverage(library);
  const discoveries: Discovery[] = [];
  const host = imaginedHost(choose, library);
  const seen = new Set<string>();
  const { maxRuns = 3000, patience = 400, maxSteps = 3_000_000 } = options;
  let runs = 0;
  let steps = 0;
  for (let idle = 0; runs < maxRuns && idle < patience && steps < maxSteps; runs += 1, idle += 1) {
    choose.begin();
    const before = seen.size;
    const ended = sendContact(flow, choose, host, values, (event) => {
      coverage.observe(event);
      if (event.kind === 'action-started') steps += 1;
      if (event.kind === 'transition') seen.add(JSON.stringify([event.flow, event.action, event.via]));
    });
    if (seen.size === before) continue;
    discoveries.push({ choices: choose.made, discovered: seen.size - before, ended });
    idle = 0;
  }
  return { coverage: coverage.report(), discoveries, runs };
};

const sendContact = (
  flow: Flow,
  choose: Chooser,
  host: ReturnType<typeof imaginedHost>,
  values: ReturnType<typeof interestingValues>,
  onEvent: (event: FlowEvent) => void,
): EndedSuspension => {
  const contact = imaginedContact(choose, values);
  const run = new FlowRun({ flow, contact, host, onEvent, budget: { maxSteps: 500 } });
  let suspension = run.start();
  for (let signals = 0; suspension.kind !== 'ended'; signals += 1)
    suspension = run.resume(
      signals >= maximumSignals ? { kind: 'hang-up' } : imaginedSignal(choose, suspension, run.action, values),
    );
  return suspension;
};
