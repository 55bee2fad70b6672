import { actionsOf } from './data-flow.ts';
import { flowNamed, flows } from './flow-files.ts';
import type { Scenario } from './scenario.ts';
import { scenarioGroups } from './scenarios/index.ts';
import { newContact, type Walk, walk } from './walk.ts';
import { quietWorld } from './world.ts';

/** One call during which Connect itself fails at one action, whenever the call comes to it. */
export interface Fault {
  /** `samps/accueil voix` */
  readonly place: string;
  readonly flow: string;
  readonly action: string;
  /** The life of a call that comes to the action. */
  readonly scenario: Scenario;
}

const runOf = (scenario: Scenario, fault?: string): Walk => {
  const { flow, world = quietWorld, contact = {}, acts = [] } = scenario;
  const isWaiting = ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD'].includes(flowNamed(flow).type ?? '');
  return walk({
    flow,
    world,
    acts,
    contact: newContact(contact),
    // Whom the failure leads elsewhere than the scenario says nothing, and where they wait is answered.
    ...(fault === undefined ? {} : { fault, afterwards: isWaiting ? 'agent' : 'silence' }),
  });
};

const scenarios = Object.values(scenarioGroups).flat();
const walks = scenarios.map((scenario) => ({ scenario, walked: runOf(scenario) }));

const placesOf = ({ events }: Walk): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.kind === 'action-started' ? [`${event.flow} ${event.action}`] : [])));
const passing = walks.map(({ scenario, walked }) => ({ scenario, places: placesOf(walked) }));

/** Every action that has a branch for it, failing in the first scenario that comes to it. */
export const faults: readonly Fault[] = [...flows.values()].flatMap((flow) =>
  actionsOf(flow)
    .filter(({ errors }) => errors.some(({ errorType }) => errorType === 'NoMatchingError'))
    .flatMap(({ identifier: action }) => {
      const place = `${flow.name} ${action}`;
      const found = passing.find(({ places }) => places.has(place));
      return found === undefined ? [] : [{ place, flow: flow.name, action, scenario: found.scenario }];
    }),
);

export const playFault = ({ scenario, place }: Fault): Walk => runOf(scenario, place);

/** The scenarios as they go when nothing of Connect fails. */
export const scenarioWalks: readonly Walk[] = walks.map(({ walked }) => walked);
