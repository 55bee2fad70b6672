import { type CallProgramme, isCalled, type Programme } from '../domain/programme/programme.ts';
import type { Centre } from '../programmes/centre.ts';
import { type CentreDeployment, type Deployment, hasInstance } from './config/deployment.ts';

/** What every stack is told: the deployment, its programmes, and how things are named. */
export interface House {
  readonly deployment: Deployment;
  readonly programmes: readonly ProgrammeOfHouse[];
  /** Where the files that become resources are. */
  readonly sources: Sources;
  /** The one namer of physical names: `permanence-samps-demo-<part>`. */
  name(part: string): string;
}

export interface ProgrammeOfHouse {
  readonly programme: Programme;
  /** Absent where nobody calls. */
  readonly centre?: Centre;
}

/** A house with only what people call. */
export interface CentreHouse extends House {
  readonly deployment: CentreDeployment;
  readonly programmes: readonly ProgrammeOfCentre[];
}

export interface ProgrammeOfCentre extends ProgrammeOfHouse {
  readonly programme: CallProgramme;
  readonly centre: Centre;
}

export interface Sources {
  /** Folder with one folder per function, each holding `index.mjs`. */
  readonly bundles: string;
  /** `contact-flows/`: `flows/<programme>/*.json` and `modules/<programme>/*.json`. */
  readonly contactFlows: string;
  /** Folder of the web app: a `.html` for each page, and `application/`. Absent where nobody calls. */
  readonly web?: string;
}

/** Whatever asks what programmes have: a house, or some of its programmes. */
interface ProgrammesOfHouse {
  readonly programmes: readonly Pick<ProgrammeOfHouse, 'programme'>[];
}

/** Some programme calls people on its own account. */
export function hasOutbound({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) => programme.outbound !== undefined);
}

/** Some programme calls people when the level of a crisis plan is declared: cycles, exercises, reports and forecasts of their own. */
export function hasCrises({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) =>
    (programme.outbound?.campaignTypes ?? []).some(({ ordered }) => ordered === undefined),
  );
}

/** Some programme passes questionnaires. */
export function hasQuestionnaires({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) => (programme.outbound?.questionnaires ?? []).length > 0);
}

/** Some programme refers people to cells. */
export function hasReferrals({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) => programme.outbound?.referralRules !== undefined);
}

/** Agents of some programme follow a script about the files of people. */
export function hasScripts({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) => programme.outbound?.scripts !== undefined);
}

/** Some programme follows people over some days. */
export function hasFollowUp({ programmes }: Pick<House, 'programmes'>): boolean {
  return programmes.some(({ programme }) => programme.followUp !== undefined);
}

/** Questionnaires of some programme are also answered by personal link. */
export function hasSurvey({ programmes }: Pick<House, 'programmes'>): boolean {
  return programmes.some(({ programme }) => programme.survey !== undefined);
}

/** Some programme writes to people. */
export function hasMessages({ programmes }: Pick<House, 'programmes'>): boolean {
  return programmes.some(({ programme }) => programme.messages !== undefined);
}

/** Some programme gives appointments. */
export function hasAppointments({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) => programme.appointments !== undefined);
}

/** Agents of some programme have cards and places. */
export function hasKnowledge({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) => programme.knowledge !== undefined);
}

/** What some programme keeps of people goes by itself. */
export function hasRetention({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) => programme.retention !== undefined);
}

/** People of some programme may sign in from some countries only. */
export function hasSignInCountries({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) => programme.signInCountries !== undefined);
}

/** Structures of some programme write to their members. */
export function hasAlerts({ programmes }: ProgrammesOfHouse): boolean {
  return programmes.some(({ programme }) => programme.alerts !== undefined);
}

/** What people call, as a house of its own; undefined where nobody calls: then there is no contact centre. */
export function centreOf(house: House): CentreHouse | undefined {
  const programmes = house.programmes.flatMap(({ programme, centre }) =>
    centre !== undefined && isCalled(programme) ? [{ programme, centre }] : [],
  );
  const names = programmes.map(({ programme }) => programme.name);
  const { deployment } = house;
  return names.length === 0 || !hasInstance(deployment)
    ? undefined
    : { ...house, deployment: { ...deployment, programmes: names }, programmes };
}

/** Throws when the deployment names a programme that does not exist; `readDeployment` has refused that before. */
export function createHouse(
  deployment: Deployment,
  known: {
    readonly programmes: Readonly<Record<string, Programme>>;
    readonly centres: Readonly<Record<string, Centre>>;
  },
  sources: Sources,
): House {
  return {
    deployment,
    programmes: deployment.programmes.map((name) => {
      const programme = known.programmes[name];
      const centre = known.centres[name];
      if (programme === undefined || (isCalled(programme) && centre === undefined)) {
        throw new Error(`There is no programme "${name}"; there are ${Object.keys(known.programmes).join(', ')}`);
      }
      return centre === undefined ? { programme } : { programme, centre };
    }),
    sources,
    name: (part) => `permanence-${deployment.name}-${part}`,
  };
}
