import type { FunctionName } from '../contracts/functions.ts';
import { type InProcessOptions, type LocalCloud, type LocalUser, startLocalCloud } from '../local/index.ts';
import { centreNumber } from './centre-number.ts';
import { deskClient } from './desk-client.ts';
import { Diary } from './diary.ts';
import { phoneNetwork, softphone } from './local-centre.ts';
import { installPeople, type PlayedDay } from './people.ts';
import { portsFrom } from './ports-from.ts';
import { daysToPlay, following, localMidnight, type ProgrammeWorld } from './programme-world.ts';
import type { FileCalls } from './samps/file-conversation.ts';
import { liveOrders } from './samps/live-orders.ts';
import { sessionCookies } from './session-cookies.ts';
import { type Telephony, telephonyOf } from './telephony.ts';

export interface CentreOptions {
  readonly world: ProgrammeWorld;
  readonly assembly: string;
  readonly state: string;
  readonly seed: number;
  /** First local day, YYYY-MM-DD. */
  readonly date: string;
  readonly days: number;
  readonly agents: number;
  readonly volume: number;
  /** People of each order of calls: one on the first open day, then each week. Absent or 0 = the centre calls nobody about files. */
  readonly orderPeople?: number;
  readonly concurrency: number;
  /** Of the public site; the five ports after it serve the rest. Absent: any free ports. */
  readonly port?: number;
  readonly fresh?: boolean;
  readonly endpointDelayMs?: number;
  readonly withoutStatements?: readonly string[];
  readonly telephony?: Telephony;
  /** Everything in one thread, without sockets (design §6): `concurrency` and ports are then of no use. */
  readonly inProcess?: InProcessOptions;
}

/** A centre up and running with its people in place, before anything has happened. */
export interface Centre {
  readonly cloud: LocalCloud;
  readonly world: ProgrammeWorld;
  readonly diary: Diary;
  readonly days: readonly PlayedDay[];
  /** Number people ring, E.164. */
  readonly number: string;
  /** People who will ring, those who call again not counted. */
  readonly callers: number;
  /** ISO instant at which the last day is over, its reports issued. */
  readonly over: string;
  /** ISO instant of the opening of the next day on which agents are there, for whoever rings from the home page. */
  readonly nextOpening: string | undefined;
}

const hour = 3_600_000;
/** A day is over this long after closing: agents have drained the queue and the report of 30 min after closing is there. */
const dayIsOverAfter = 35 * 60_000;

/** Brings the assembly up and puts everybody in place. */
export async function openCentre(options: CentreOptions): Promise<Centre> {
  const { world, seed } = options;
  const { programme } = world;
  const days = daysToPlay(programme, options.date, options.days);
  const { timeZone } = programme.calendar;
  const agents = world.agents.slice(0, options.agents);
  const { concurrentCalls, allowedPrefixes } = options.telephony ?? telephonyOf();
  const cloud = await startLocalCloud({
    assembly: options.assembly,
    state: options.state,
    seed,
    start: new Date(Date.parse(localMidnight(timeZone, options.date)) + 5 * hour).toISOString(),
    concurrency: options.concurrency,
    users: demoUsers(programme.name, world.agents),
    quotas: { concurrentCalls },
    ...(options.port === undefined ? {} : { ports: portsFrom(options.port) }),
    ...(options.fresh === undefined ? {} : { fresh: options.fresh }),
    ...(options.endpointDelayMs === undefined ? {} : { endpointDelayMs: options.endpointDelayMs }),
    ...(options.withoutStatements === undefined ? {} : { withoutStatements: options.withoutStatements }),
    ...(options.inProcess === undefined ? {} : { inProcess: options.inProcess }),
  });
  cloud.connect.configure({ allowedPrefixes });
  const number = centreNumber(cloud, programme.name);
  const diary = new Diary();
  const desk = deskClient(programme.name, sessionCookies(cloud), async ({ method, path, headers, body }, key) => {
    const answer = await cloud.http.request({ method, path, headers, body: Buffer.from(body) }, key);
    return { status: answer.status, text: answer.body.toString('utf8') };
  });
  const lastDay = days.at(-1)?.day ?? options.date;
  const next = daysToPlay(programme, following(lastDay), 2).find(({ open }) => open !== undefined);
  const fileCalls: FileCalls = new Map();
  const network = phoneNetwork(cloud.connect);
  if (options.orderPeople !== undefined && options.orderPeople > 0) {
    liveOrders({ cloud, network, diary, seed, calls: fileCalls, programme, days, people: options.orderPeople });
  }
  const callers = installPeople({
    ...world.surroundings,
    centreNumber: number,
    kernel: cloud.kernel,
    network,
    fileCalls,
    softphone: (username) => softphone(cloud.connect, username),
    desk,
    diary,
    seed,
    volume: options.volume,
    agents,
    days,
    ...(next === undefined ? {} : { staffedDay: next }),
  });
  await warm(cloud);
  const last = days.at(-1);
  const over =
    last?.open?.to ??
    new Date(Date.parse(localMidnight(timeZone, last?.day ?? options.date)) + 18 * hour).toISOString();
  return {
    cloud,
    world,
    diary,
    days,
    number,
    callers,
    over: new Date(Date.parse(over) + dayIsOverAfter).toISOString(),
    nextOpening: next?.open?.from,
  };
}

/** Functions that every day needs within its first calls; the others start when somebody needs them. */
const daily: readonly FunctionName[] = [
  'callback-dispatcher',
  'agent-events',
  'inbound-context',
  'queue-announcement',
  'wrap-up',
  'authorizer',
  'contact-records',
  'callback-request',
  'caller-number',
];

/** Starts what the day needs on all cores at once, rather than one by one while somebody waits. */
async function warm(cloud: LocalCloud): Promise<void> {
  const names = cloud.context.lambda.functions().map((arn) => arn.slice(arn.lastIndexOf(':') + 1));
  await cloud.warm(daily.flatMap((one) => names.filter((name) => name.endsWith(`-${one}`))));
}

function demoUsers(programme: string, agents: readonly string[]): LocalUser[] {
  const user = (username: string, givenName: string, familyName: string, ...groups: string[]): LocalUser => ({
    username,
    givenName,
    familyName,
    email: `${username}@permanence.example`,
    groups,
  });
  const capital = (word: string | undefined) => `${(word ?? '').slice(0, 1).toUpperCase()}${(word ?? '').slice(1)}`;
  return [
    user('client', 'Hélène', 'Wamytan', `${programme}:client`),
    user('superviseur', 'Patrick', 'Lemoine', `${programme}:supervisor`),
    user('administration', 'Ada', 'Ministre', 'administrator'),
    ...agents.map((agent) => {
      const [givenName, familyName] = agent.split('.');
      return user(agent, capital(givenName), capital(familyName), `${programme}:agent`);
    }),
  ];
}
