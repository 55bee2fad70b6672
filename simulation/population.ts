import { laneRandom } from '../local/kernel/random.ts';

/** One person who will ring the centre, with what they want and how they behave. Durations in seconds. */
export interface Caller {
  readonly lane: string;
  /** E.164. */
  readonly number: string;
  readonly hidesNumber: boolean;
  /** ISO instant of their first call. */
  readonly callsAt: string;
  /** Scheme code they are calling about. */
  readonly scheme: string;
  /** How long they wait in the queue before giving up. */
  readonly patience: number;
  /** Chance of a wrong key at each menu. */
  readonly wrongKey: number;
  /** Chance of giving up at each prompt of the menu. */
  readonly impatience: number;
  readonly acceptsCallback: number;
  readonly callsAgain: number;
  readonly answersPhone: number;
  /** Said to whoever answers, where a person may read it. Absent: nothing is. */
  readonly says?: readonly { readonly afterMs: number; readonly text: string }[];
}

export interface PopulationOptions {
  readonly seed: number;
  /** Local day, YYYY-MM-DD. */
  readonly day: string;
  /** ISO instants of opening and closing of that day; a closed day has none. */
  readonly open?: { readonly from: string; readonly to: string };
  /** Mean number of first calls in opening hours. */
  readonly volume: number;
  readonly schemes: readonly { readonly code: string; readonly share: number }[];
}

/** Relative load of the 17 half-hours 07:30–16:00: a morning peak, a dip at noon, a smaller peak after it (peak factor 1.7, SAMPS-02). */
const shape = [0.7, 1.3, 1.7, 1.6, 1.5, 1.35, 1.2, 1.0, 0.75, 0.6, 0.7, 0.95, 1.05, 0.95, 0.75, 0.55, 0.35];
const halfHour = 30 * 60_000;
/** Share of calls that come outside opening hours, beside the volume. */
const outsideShare = 0.045;

/** The people who ring on one day: Poisson arrivals by half-hour, some before opening and after closing; regulars call again on other days. */
export function population(options: PopulationOptions): Caller[] {
  const random = laneRandom(options.seed, `population/${options.day}`);
  const moments: number[] = [];
  if (options.open !== undefined) {
    const from = Date.parse(options.open.from);
    const total = shape.reduce((a, b) => a + b, 0);
    for (const [index, weight] of shape.entries()) {
      const expected = (options.volume * weight) / total;
      let at = random.exponential(1 / expected);
      while (at < 1) {
        moments.push(from + (index + at) * halfHour);
        at += random.exponential(1 / expected);
      }
    }
    const outside = Math.round(options.volume * outsideShare);
    const to = Date.parse(options.open.to);
    for (let i = 0; i < outside; i += 1) {
      const early = random.chance(0.45);
      moments.push(early ? from - random.next() * 2 * 3_600_000 : to + random.next() * 3 * 3_600_000);
    }
  }
  moments.sort((a, b) => a - b);
  return moments.map((moment, index) => drawPerson(options, `${options.day}/${index}`, moment));
}

/** One person who rings at `moment` (epoch milliseconds): the same for the same name. */
export function drawPerson(options: Pick<PopulationOptions, 'seed' | 'schemes'>, name: string, moment: number): Caller {
  const lane = `caller/${name}`;
  const random = laneRandom(options.seed, `person/${lane}`);
  return {
    lane,
    number: `+687${localNumber(random.next(), random.next())}`,
    hidesNumber: random.chance(0.05),
    callsAt: new Date(Math.round(moment)).toISOString(),
    scheme: drawScheme(options.schemes, random.next()),
    patience: 20 + random.exponential(220),
    wrongKey: random.chance(0.12) ? 0.5 : 0.01,
    impatience: 0.008,
    acceptsCallback: random.chance(0.3) ? 0.9 : 0.05,
    callsAgain: 0.35,
    answersPhone: 0.55 + 0.4 * random.next(),
  };
}

/** A six-digit New Caledonia number: two thirds mobile (7x, 8x, 9x), one third fixed (2x, 4x); about 30 000 people, so that some call twice. */
function localNumber(kind: number, which: number): string {
  const prefixes = kind < 0.66 ? ['75', '77', '79', '80', '83', '91', '95'] : ['24', '25', '27', '28', '41', '43'];
  const index = Math.floor(which * 30_000);
  const prefix = prefixes[index % prefixes.length] ?? '75';
  return `${prefix}${String(1000 + (index % 9000)).padStart(4, '0')}`;
}

function drawScheme(schemes: PopulationOptions['schemes'], draw: number): string {
  let sum = 0;
  for (const { code, share } of schemes) {
    sum += share;
    if (draw < sum) return code;
  }
  const last = schemes.at(-1);
  if (last === undefined) throw new Error('population: no scheme given; give at least one with its share');
  return last.code;
}
