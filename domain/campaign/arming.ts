import type { PolicyProblem } from '../attempt/check-attempt-policy.ts';
import { openingAt } from '../calendar/opening.ts';
import { countRegistered } from '../forecast/count-registered.ts';
import { type FeasibilityAnswer, type JudgePorts, judgeCampaign } from '../forecast/judge-campaign.ts';
import { isPresent, type PresenceBoard } from '../presence/presence.ts';
import { shortMoment } from '../report/french.ts';
import type { LevelDeclaration } from './declare-level.ts';

/** What was known when a campaign was armed (REFLEX-31): kept with it, and told in the journal. */
export interface Arming {
  readonly agents: number;
  /** `declared`: said by whoever declared the level; `signed-in`: counted then. */
  readonly agentsFrom: 'declared' | 'signed-in';
  /** Armed although nobody is there to call, as was confirmed. */
  readonly confirmed?: 'without-agents';
  /** People who would be called at that instant. */
  readonly loaded: number;
  readonly callable: number;
  /** Absent for a kind of campaign that nothing is forecast from. */
  readonly forecast?: ArmingForecast;
}

export interface ArmingForecast {
  readonly verdict: 'faisable' | 'infaisable';
  /** Complete questionnaires expected at the deadline, and their 95 % interval. */
  readonly expected: { readonly mean: number; readonly low: number; readonly high: number };
  /** People who would get fewer attempts than are owed. */
  readonly atRisk: number;
  /** French: the facts, the gravest first. */
  readonly lines: readonly string[];
  /** French: the cheapest change that would make it feasible. */
  readonly change?: string;
}

/** Says whether a campaign may be armed, and what it is armed with. */
export type JudgeArming = (
  declaration: LevelDeclaration,
) => Promise<Arming | { readonly problems: readonly PolicyProblem[] }>;

export interface ArmingPorts extends JudgePorts {
  readonly presence: Pick<PresenceBoard, 'read'>;
}

export interface ArmingMeans {
  /** Calls at once that AWS granted to the instance. */
  readonly concurrentCalls: number;
  /** Invented people of an exercise. */
  readonly drillPeople: number;
}

/**
 * A campaign without agents calls nobody: it is refused, unless that is confirmed. Infeasible means are no reason to call nobody: they are told, with the
 * cheapest change.
 */
export function armingJudge(ports: ArmingPorts, { concurrentCalls, drillPeople }: ArmingMeans): JudgeArming {
  return async ({ programme, crisis, drill, at, agents: declared, confirm }) => {
    const agents = declared ?? (await signedIn(programme, at, ports));
    if (agents === 0 && confirm !== 'without-agents') {
      return { problems: [await nobodyThere(programme, at, ports)] };
    }
    const counts = drill
      ? { loaded: drillPeople, callable: drillPeople }
      : await countRegistered(programme, at, ports.register);
    const found = await judgeCampaign({ programme, crisis, agents, concurrentCalls, from: at, ...counts }, ports);
    return {
      agents,
      agentsFrom: declared === undefined ? 'signed-in' : 'declared',
      ...(agents === 0 ? { confirmed: 'without-agents' } : {}),
      ...counts,
      ...('fault' in found ? {} : { forecast: forecastOf(found) }),
    };
  };
}

function forecastOf({ verdict, expected, atRisk, lines, changes: [change] }: FeasibilityAnswer): ArmingForecast {
  return { verdict, expected, atRisk, lines, ...(change === undefined ? {} : { change }) };
}

async function signedIn(programme: string, at: string, { presence }: ArmingPorts): Promise<number> {
  const { agents } = await presence.read(programme);
  return agents.filter((agent) => isPresent(agent, at)).length;
}

async function nobodyThere(programme: string, at: string, { content }: ArmingPorts): Promise<PolicyProblem> {
  const calendar = await content.inForce(programme, 'calendar', at);
  const { state, opensAt } = openingAt(calendar, at);
  const first = state === 'open' || opensAt === undefined ? at : opensAt;
  return {
    field: 'agents',
    value: 0,
    accepted: `le nombre de conseillers prévus (« agents »), des conseillers connectés, ou « confirm » : "without-agents", qui arme une campagne où personne n’appelle ; faites alors venir des conseillers, les appels peuvent partir dès le ${shortMoment(calendar.timeZone, first)}`,
  };
}
