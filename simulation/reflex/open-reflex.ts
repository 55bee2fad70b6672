import { resolve } from 'node:path';
import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { openIntervals } from '../../domain/calendar/opening.ts';
import {
  type InProcessOptions,
  type LocalCloud,
  type LocalCloudOptions,
  type LocalUser,
  startLocalCloud,
} from '../../local/index.ts';
import { centres } from '../../programmes/index.ts';
import { reflex } from '../../programmes/reflex/programme.ts';
import { centreNumber } from '../centre-number.ts';
import { portsFrom } from '../ports-from.ts';
import { following, localMidnight } from '../programme-world.ts';
import { telephonyOf } from '../telephony.ts';
import { browserOf } from './browser.ts';
import { cellOnDuty, memberOf } from './cell-on-duty.ts';
import { importRegister } from './import-register.ts';
import { reflexPopulation } from './population.ts';
import { emptyDiary } from './reflex-diary.ts';
import type { ReflexWorld } from './reflex-world.ts';
import { registerFile } from './register-file.ts';
import type { RegisteredPerson } from './registered-person.ts';
import { installTelephones } from './telephones.ts';
import { teleworkDays } from './telework-days.ts';
import { Teleworker } from './teleworker.ts';

export const reflexDeployment = resolve(import.meta.dirname, '../../deployments/reflex-demo.json');

export interface ReflexOptions {
  readonly assembly: string;
  readonly state: string;
  readonly seed: number;
  readonly people: number;
  readonly agents: number;
  /** Local day on which the level is declared, YYYY-MM-DD, at the opening of the service. */
  readonly date: string;
  /** How long the level lasts. */
  readonly hours: number;
  readonly concurrency: number;
  readonly port?: number;
  readonly fresh?: boolean;
  /** Statements of policies that are left out: what then fails needed them. */
  readonly withoutStatements?: readonly string[];
  /** The list is sent, and somebody else declares the level. */
  readonly undeclared?: boolean;
  /** Cells in which nobody looks at what comes. */
  readonly cellsAway?: readonly string[];
  /** Shares of deliveries doubled, lost or late, in place of the usual. */
  readonly unfriendly?: NonNullable<LocalCloudOptions['unfriendly']>;
  /** All of it in this thread, each request a port call: the in-process simulator. */
  readonly inProcess?: InProcessOptions;
}

/** A cycle about to be lived: everybody in place, nothing has happened. */
export interface ReflexCycle {
  readonly cloud: LocalCloud;
  readonly world: ReflexWorld;
  readonly agents: readonly string[];
  readonly teleworkers: readonly Teleworker[];
  /** Days of each of them, in the same order. */
  readonly workdays: ReturnType<typeof teleworkDays>;
  /** ISO instants: the level is declared, it is lowered, the definitive report is there at the latest. */
  readonly declaredAt: string;
  readonly endsAt: string;
  readonly over: string;
  /** The level lasted as long as a cycle: everybody was owed all their attempts. */
  readonly isWhole: boolean;
  /** Set when functions crash: see the evidence of a cycle. */
  readonly settledWithinMs?: number;
  /** Opening hours of the cycle, ISO instants. */
  readonly open: readonly { readonly from: string; readonly to: string }[];
}

const hour = 3_600_000;
const minute = 60_000;
const supervisor = 'superviseur';
/** A claim is looked at after ten minutes, every five, and a crash of that look is made good by the next: of a few in a row, at the worst. */
const settledWithinMs = 40 * minute;
/** Records come for some minutes, a report waits half an hour for the last of them and is made on the hour. */
const reportAfterMs = 95 * minute;

/** Brings the deployment up, and puts people, agents, cells and the supervisor in place. */
export async function openReflex(options: ReflexOptions): Promise<ReflexCycle> {
  const { seed, date } = options;
  const { calendar, outbound, name: programme } = reflex;
  const [type] = outbound?.campaignTypes ?? [];
  const questionnaire = outbound?.questionnaires.find(({ id }) => id === type?.questionnaire);
  const { forecast, crisis, cycleHours } = type ?? {};
  const { referralRules } = outbound ?? {};
  if (
    type === undefined ||
    forecast === undefined ||
    crisis === undefined ||
    cycleHours === undefined ||
    questionnaire === undefined ||
    referralRules === undefined
  ) {
    throw new Error(
      `Programme ${programme} has no campaign type of a crisis with cycles, a forecast, a questionnaire and referrals`,
    );
  }
  const [opening] = openIntervals(calendar, date);
  if (opening === undefined) throw new Error(`${date} is a day on which nobody is called; give another`);
  const declaredAt = Date.parse(opening.from);
  const endsAt = declaredAt + options.hours * hour;
  const open = openHours(date, declaredAt, endsAt);
  const cells = referralRules.cells.map(({ code }) => code);
  const agents = (centres[programme]?.demoAgents ?? []).slice(0, options.agents).map(({ userName }) => userName);
  const { concurrentCalls, allowedPrefixes } = telephonyOf(reflexDeployment);
  const cloud = await startLocalCloud({
    assembly: options.assembly,
    state: options.state,
    seed,
    start: new Date(declaredAt - 45 * minute).toISOString(),
    concurrency: options.concurrency,
    users: usersOf(programme, agents, cells),
    quotas: { concurrentCalls },
    ...(options.port === undefined ? {} : { ports: portsFrom(options.port) }),
    ...(options.fresh === undefined ? {} : { fresh: options.fresh }),
    ...(options.withoutStatements === undefined ? {} : { withoutStatements: options.withoutStatements }),
    ...(options.unfriendly === undefined ? {} : { unfriendly: options.unfriendly }),
    ...(options.inProcess === undefined ? {} : { inProcess: options.inProcess }),
  });
  cloud.connect.configure({ allowedPrefixes });
  const world: ReflexWorld = {
    cloud,
    seed,
    programme,
    crisis,
    number: centreNumber(cloud, programme),
    timeZone: calendar.timeZone,
    dayParts: type.policy.dayParts,
    forecast,
    questionnaire,
    cells,
    browser: browserOf(cloud),
    onTheLine: new Map(),
    diary: emptyDiary(),
    people: reflexPopulation(seed, options.people, forecast.reach),
  };
  installTelephones(world);
  const days = teleworkDays(
    agents.length,
    open.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
  );
  const teleworkers = agents.map((agent) => new Teleworker(world, agent));
  for (const [rank, teleworker] of teleworkers.entries()) {
    for (const day of days[rank] ?? []) teleworker.work(day);
  }
  for (const { from, to } of open) {
    for (const cell of cells.filter((code) => options.cellsAway?.includes(code) !== true)) {
      const duty = { from: Date.parse(from), to: Date.parse(to) + hour, everyMinutes: cell === 'sanitaire' ? 8 : 60 };
      cellOnDuty(world, cell, duty);
    }
  }
  supervise(world, {
    declaredAt,
    endsAt,
    choice: options.undeclared === true ? 'never' : options.hours >= cycleHours ? 'finish-cycle' : 'now',
    agents: agents.length,
  });
  return {
    cloud,
    world,
    agents,
    teleworkers,
    workdays: days,
    declaredAt: new Date(declaredAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    isWhole: options.hours >= cycleHours,
    ...(options.inProcess?.mishap === undefined ? {} : { settledWithinMs }),
    over: new Date(Math.ceil((endsAt + reportAfterMs) / hour) * hour + 5 * minute).toISOString(),
    open,
  };
}

/** The list is imported before the opening, the level declared at it, some people leave the register during the cycle, the level is lowered at the end. */
function supervise(
  world: ReflexWorld,
  at: {
    readonly declaredAt: number;
    readonly endsAt: number;
    readonly choice: 'finish-cycle' | 'now' | 'never';
    readonly agents: number;
  },
): void {
  const { cloud, browser, programme, people } = world;
  const { kernel } = cloud;
  const lane = 'supervisor';
  const path = outboundRoutes.declareLevel.path.replace('{programme}', programme).replace('{crisis}', world.crisis);
  const declare = (body: object, key: string) => browser.call(supervisor, path, body, `${lane}/${key}`);
  let imported = false;
  importRegister({ ...world, user: supervisor }, registerFile(people), at.declaredAt - 40 * minute, () => {
    imported = true;
  });
  if (at.choice === 'never') return;
  // Pressed again when the page is slow to answer: that is once (REFLEX-33).
  for (const time of [0, 1]) {
    kernel.at(at.declaredAt + time * 3_000, lane, async () => {
      if (!imported) throw new Error('The register is still being imported at the opening of the service');
      await declare({ level: 3, agents: at.agents }, `level 3/${time}`);
    });
  }
  // Before the next cycle would begin. A whole cycle goes on to its end; one cut short closes at once.
  kernel.at(at.endsAt - minute, lane, async () => {
    await declare({ level: 2, choice: at.choice }, 'level 2');
  });
  for (const person of people.filter(({ index }) => index % 97 === 41)) {
    const when = at.declaredAt + (1 + ((person.index * 7) % 9)) * hour + person.index * 1000;
    if (when < at.endsAt) kernel.at(when, lane, () => remove(world, person));
  }
}

/** REFLEX-25: from this instant on, nobody calls them. */
async function remove({ browser, programme, diary, cloud }: ReflexWorld, person: RegisteredPerson): Promise<void> {
  const path = outboundRoutes.recipientDeparture.path.replace('{programme}', programme);
  const [year, month, day] = person.birthDate.split('-');
  const { lastName, firstName } = person;
  const form = { lastName, firstName, birthDate: `${day}/${month}/${year}`, why: 'asked' };
  const { status, text } = await browser.submit(supervisor, path, form, `${supervisor}/remove/${person.index}`);
  // Pressed again after a failure that came late, it was done already.
  const isDone = text.includes('Sortie du registre à') || (cloud.pause !== undefined && text.includes('déjà sortie'));
  if (status !== 200 || !isDone) {
    throw new Error(`${person.index} was not taken out of the register: ${status}`);
  }
  diary.removals.push({ at: cloud.kernel.iso(), numbers: person.phones.map(({ number }) => number) });
}

function openHours(date: string, from: number, to: number): { readonly from: string; readonly to: string }[] {
  const hours: { from: string; to: string }[] = [];
  for (let day = date; Date.parse(localMidnight(reflex.calendar.timeZone, day)) < to; day = following(day)) {
    for (const interval of openIntervals(reflex.calendar, day)) {
      const [begins, ends] = [Math.max(Date.parse(interval.from), from), Math.min(Date.parse(interval.to), to)];
      if (begins < ends) hours.push({ from: new Date(begins).toISOString(), to: new Date(ends).toISOString() });
    }
  }
  return hours;
}

function usersOf(programme: string, agents: readonly string[], cells: readonly string[]): LocalUser[] {
  const user = (username: string, group: string): LocalUser => {
    const [givenName = '', familyName = ''] = username.split('.');
    return { username, givenName, familyName, email: `${username}@permanence.example`, groups: [group] };
  };
  return [
    user(supervisor, `${programme}:supervisor`),
    user('client', `${programme}:client`),
    ...cells.map((cell) => user(memberOf(cell), `${programme}:cell:${cell}`)),
    ...agents.map((agent) => user(agent, `${programme}:agent`)),
  ];
}
