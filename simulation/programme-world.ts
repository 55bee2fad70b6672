import { isOpenDay, nextOpenDay, openIntervals } from '../domain/calendar/opening.ts';
import { type CallProgramme, isCalled, type Programme } from '../domain/programme/programme.ts';
import { centres, programmes } from '../programmes/index.ts';
import type { DayBounds } from './lived.ts';
import type { PlayedDay, Surroundings } from './people.ts';

/** What people around one programme know of it, from its published data: hours, number, aids, motives, who works there. */
export interface ProgrammeWorld {
  readonly programme: CallProgramme;
  readonly agents: readonly string[];
  readonly surroundings: Omit<Surroundings, 'centreNumber'>;
}

/** How callers split between schemes: by the people each helped in 2024 (23 000, 1 500, 8 500 files), the others not knowing which. */
const callerShares: Readonly<Record<string, number>> = { AIDE_MEDICALE: 0.62, MINIMUM_VIEILLESSE: 0.06, BOURSES: 0.24 };

export function programmeWorld(name: string): ProgrammeWorld {
  const programme = programmes[name];
  const centre = centres[name];
  if (programme === undefined || !isCalled(programme) || centre === undefined) {
    throw new Error(`no programme "${name}" that people call; there are: ${Object.keys(centres).join(', ')}`);
  }
  const [pause, lunch] = centre.agentStatuses;
  const unqualified = programme.schemes.at(-1);
  if (pause === undefined || lunch === undefined || unqualified === undefined) {
    throw new Error(`programme "${name}" has no scheme, or not two agent statuses for a pause and a lunch`);
  }
  const known = Object.values(callerShares).reduce((a, b) => a + b, 0);
  return {
    programme,
    agents: centre.demoAgents.map(({ userName }) => userName),
    surroundings: {
      schemes: programme.schemes.map(({ code, label }) => ({ code, label, share: callerShares[code] ?? 1 - known })),
      unqualified: unqualified.code,
      motives: programme.motives.map(({ code }) => code),
      statuses: { available: 'Available', offline: 'Offline', pause: pause.name, lunch: lunch.name },
    },
  };
}

/** `count` open days from `first` on, with the closed days between them, up to the end of the programme's period; a closed first day is played as it is. */
export function daysToPlay({ calendar }: Programme, first: string, count: number): PlayedDay[] {
  const days: PlayedDay[] = [];
  let day = first;
  let openDays = 0;
  for (;;) {
    const [interval] = isOpenDay(calendar, day) ? openIntervals(calendar, day) : [];
    days.push(interval === undefined ? { day } : { day, open: interval });
    openDays += interval === undefined ? 0 : 1;
    const closedAlone = interval === undefined && count === 1 && days.length === 1;
    if (openDays >= count || closedAlone || day > calendar.period.to) return days;
    day = following(day);
  }
}

/** Instants of a local day, and until when its callbacks count. */
export function boundsOf({ calendar }: Programme, day: string): DayBounds {
  const next = nextOpenDay(calendar, day);
  const closing = next === undefined ? undefined : openIntervals(calendar, next).at(-1)?.to;
  const to = localMidnight(calendar.timeZone, following(day));
  const open = isOpenDay(calendar, day) ? openIntervals(calendar, day) : [];
  return { from: localMidnight(calendar.timeZone, day), to, open, callbackDeadline: closing ?? to };
}

export function following(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** ISO instant of 00:00 in `timeZone` on `day`: the offset there at about that moment, by the platform's own tables. */
export function localMidnight(timeZone: string, day: string): string {
  const guess = Date.parse(`${day}T00:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' }).formatToParts(guess);
  const offset = /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  const minutes = offset === null ? 0 : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return new Date(guess - minutes * 60_000).toISOString();
}
