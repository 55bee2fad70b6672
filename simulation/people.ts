import type { Kernel } from '../local/kernel/kernel.ts';
import { type Desk, SimulatedAgent, shifts } from './agent.ts';
import { installPhone } from './callee.ts';
import { SimulatedCaller } from './caller.ts';
import type { PhoneNetwork, Softphone } from './centre.ts';
import type { Diary } from './diary.ts';
import { population } from './population.ts';
import type { FileCalls } from './samps/file-conversation.ts';

/** One day to play: a local day and its opening, if any (ISO instants). */
export interface PlayedDay {
  readonly day: string;
  readonly open?: { readonly from: string; readonly to: string };
}

/** What people know of the programme: what it is called, its number, what one may ask, what agents may write. */
export interface Surroundings {
  readonly centreNumber: string;
  readonly schemes: readonly { readonly code: string; readonly label: string; readonly share: number }[];
  readonly unqualified: string;
  readonly motives: readonly string[];
  readonly statuses: {
    readonly available: string;
    readonly offline: string;
    readonly pause: string;
    readonly lunch: string;
  };
}

export interface PeopleOptions extends Surroundings {
  readonly kernel: Kernel;
  readonly network: PhoneNetwork;
  readonly softphone: (username: string) => Softphone;
  readonly desk: Desk;
  readonly diary: Diary;
  readonly seed: number;
  readonly volume: number;
  readonly agents: readonly string[];
  readonly days: readonly PlayedDay[];
  /** Who is at the other end of calls about files. */
  readonly fileCalls: FileCalls;
  /** A later day on which agents work but nobody is simulated to ring. */
  readonly staffedDay?: PlayedDay;
}

/** Puts everybody in place for the days to come: callers with their phones, agents with their shifts. Returns how many people will ring. */
export function installPeople(options: PeopleOptions): number {
  const { kernel, network, diary, seed, days } = options;
  const schemeLabels = Object.fromEntries(options.schemes.map(({ code, label }) => [code, label]));
  const phones = new Set<string>();
  const agents = hire(options);
  let callers = 0;
  for (const { day, open } of days) {
    const until = open?.to ?? new Date(Date.parse(`${day}T00:00:00Z`)).toISOString();
    const people = population({
      seed,
      day,
      volume: options.volume,
      schemes: options.schemes,
      ...(open === undefined ? {} : { open }),
    });
    callers += people.length;
    for (const caller of people) {
      new SimulatedCaller(
        { kernel, network, diary, seed, centreNumber: options.centreNumber, schemeLabels, until },
        caller,
      );
      if (phones.has(caller.number)) continue;
      phones.add(caller.number);
      installPhone({ kernel, network, diary, seed }, caller);
    }
  }
  const staffed = options.staffedDay === undefined ? days : [...days, options.staffedDay];
  for (const { open } of staffed) {
    if (open !== undefined) for (const shift of shifts(options.agents, open)) agents.get(shift.username)?.plan(shift);
  }
  return callers;
}

function hire(options: PeopleOptions): Map<string, SimulatedAgent> {
  const world = {
    kernel: options.kernel,
    desk: options.desk,
    diary: options.diary,
    seed: options.seed,
    schemes: options.schemes.map(({ code }) => code),
    unqualified: options.unqualified,
    motives: options.motives,
    fileCalls: options.fileCalls,
    statuses: options.statuses,
  };
  return new Map(
    options.agents.map((username) => [username, new SimulatedAgent(world, options.softphone(username), username)]),
  );
}
