import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addDays } from '../../domain/calendar/local-time.ts';
import { openIntervals } from '../../domain/calendar/opening.ts';
import { type InProcessOptions, type LocalCloud, type LocalUser, startLocalCloud } from '../../local/index.ts';
import { centres } from '../../programmes/index.ts';
import { suivi } from '../../programmes/suivi/programme.ts';
import { portsFrom } from '../ports-from.ts';
import { localMidnight } from '../programme-world.ts';
import { browserOf } from '../reflex/browser.ts';
import { teleworkDays } from '../reflex/telework-days.ts';
import { telephonyOf } from '../telephony.ts';
import { sendList } from './daily-list.ts';
import { FollowUpAgent } from './follow-up-agent.ts';
import type { FollowedPerson } from './followed-person.ts';
import { listOf } from './population.ts';
import { installReaders } from './sms-readers.ts';
import { emptySuiviDiary } from './suivi-diary.ts';
import type { SuiviWorld } from './suivi-world.ts';
import { installSuiviTelephones } from './telephones.ts';

export const suiviDeployment = resolve(import.meta.dirname, '../../deployments/suivi-demo.json');

export interface SuiviOptions {
  readonly assembly: string;
  readonly state: string;
  readonly seed: number;
  /** On the list of each open day. */
  readonly people: number;
  readonly days: number;
  readonly agents: number;
  /** First local day, an open one. */
  readonly date: string;
  readonly concurrency: number;
  readonly port?: number;
  readonly fresh?: boolean;
  readonly inProcess?: InProcessOptions;
}

/** Days of follow-up about to be lived: everybody in place, nothing has happened. */
export interface SuiviDays {
  readonly cloud: LocalCloud;
  readonly world: SuiviWorld;
  readonly people: readonly FollowedPerson[];
  readonly agents: readonly string[];
  /** Local days, in order. */
  readonly days: readonly string[];
  /** ISO instant at which the last dashboard is there. */
  readonly over: string;
}

const minute = 60_000;
const hour = 60 * minute;

/** Brings the deployment up, and puts lists, people, telephones and agents in place. */
export async function openSuivi(options: SuiviOptions): Promise<SuiviDays> {
  const { seed, date } = options;
  const { calendar, name: programme, outbound } = suivi;
  const midnight = (day: string) => Date.parse(localMidnight(calendar.timeZone, day));
  const agents = (centres[programme]?.demoAgents ?? []).slice(0, options.agents).map(({ userName }) => userName);
  const { concurrentCalls, allowedPrefixes } = telephonyOf(suiviDeployment);
  const cloud = await startLocalCloud({
    assembly: options.assembly,
    state: options.state,
    seed,
    start: new Date(midnight(date) + 7.5 * hour).toISOString(),
    concurrency: options.concurrency,
    users: usersOf(programme, agents),
    quotas: { concurrentCalls, ...messageQuotas() },
    ...(options.port === undefined ? {} : { ports: portsFrom(options.port) }),
    ...(options.fresh === undefined ? {} : { fresh: options.fresh }),
    ...(options.inProcess === undefined ? {} : { inProcess: options.inProcess }),
  });
  cloud.connect.configure({ allowedPrefixes });
  const world: SuiviWorld = {
    cloud,
    seed,
    programme,
    browser: browserOf(cloud),
    diary: emptySuiviDiary(),
    questionnaires: outbound?.questionnaires ?? [],
    onTheLine: new Map(),
  };
  const days = Array.from({ length: options.days }, (_, rank) => addDays(date, rank));
  const open = days.flatMap((day) => {
    const [hours] = openIntervals(calendar, day);
    return hours === undefined ? [] : [{ day, from: Date.parse(hours.from), to: Date.parse(hours.to) }];
  });
  const lists = open.map(({ day }, rank) => ({
    day,
    people: listOf(seed, { date: day, rank }, options.people, (from, back) => addDays(from, -back)),
  }));
  const people = lists.flatMap((list) => list.people);
  installSuiviTelephones(world, people);
  installReaders(world, people);
  for (const list of lists) sendList(world, list.people, midnight(list.day) + 8 * hour);
  const shifts = teleworkDays(agents.length, open);
  for (const [rank, username] of agents.entries()) {
    const agent = new FollowUpAgent(world, username);
    for (const shift of shifts[rank] ?? []) agent.work(shift);
  }
  const last = days.at(-1) ?? date;
  return { cloud, world, people, agents, days, over: new Date(midnight(last) + 20 * hour).toISOString() };
}

/** What AWS raised for the account, as the deployment file says. */
function messageQuotas(): Readonly<Record<string, number>> {
  const { quotas }: { readonly quotas: Readonly<Record<string, number>> } = JSON.parse(
    readFileSync(suiviDeployment, 'utf8'),
  );
  const { messagesPerSecond = 1, messageSpendUsd = 1 } = quotas;
  return { messagesPerSecond, messageSpendUsd };
}

function usersOf(programme: string, agents: readonly string[]): LocalUser[] {
  const user = (username: string, group: string): LocalUser => {
    const [givenName = '', familyName = ''] = username.split('.');
    return { username, givenName, familyName, email: `${username}@permanence.example`, groups: [group] };
  };
  return [
    user('superviseur', `${programme}:supervisor`),
    user('sabine.esteve', `${programme}:client`),
    ...agents.map((agent) => user(agent, `${programme}:agent`)),
  ];
}
