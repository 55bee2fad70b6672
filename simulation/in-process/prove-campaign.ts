import { laneRandom } from '../../local/kernel/random.ts';
import { journalHash } from '../read-centre.ts';
import { sentencesOf } from '../reconcile.ts';
import { accountOfCycle } from '../reflex/cycle-account.ts';
import { openReflex, type ReflexCycle, type ReflexOptions } from '../reflex/open-reflex.ts';
import { playCycle } from '../reflex/play-cycle.ts';
import { type MischiefShares, type PlayedPoints, seededMischief } from './mischief.ts';

export interface CampaignOrder extends Omit<ReflexOptions, 'concurrency' | 'inProcess' | 'unfriendly' | 'fresh'> {
  /** From the declaration of the level on, when the list is in; at every point, from the list on. */
  readonly shares: Omit<MischiefShares, 'from'>;
  /** Doubled, lost and late deliveries: shares. */
  readonly unfriendly: NonNullable<ReflexOptions['unfriendly']>;
  /** How often an agent's line breaks, a day. */
  readonly vanishing: number;
  /** Counts what was played, over any number of campaigns. */
  readonly points?: PlayedPoints;
  /** Crashes at every point too, before and after, until each has been crashed at thrice. */
  readonly everyPoint?: boolean;
  /** Given the cycle before anything happens: who else is to live in it. */
  readonly inspect?: (cycle: ReflexCycle) => void;
}

/** The list is sent after the stacks are up, which nothing may befall: CloudFormation gives up what fails. */
const listBeforeMs = 44 * 60_000;

/** What a campaign under mischief came to. */
export interface CampaignProved {
  readonly people: number;
  readonly attempts: number;
  readonly useful: number;
  /** Share of answered calls in which no agent came in time. */
  readonly abandoned: number;
  readonly crashes: number;
  readonly calls: number;
  readonly journal: string;
  /** A line for each broken promise, difference between accounts or fault of the proof. Empty = proved. */
  readonly faults: readonly string[];
}

/** Plays one whole cycle in the in-process simulator while functions crash, requests are refused and answers lost, and checks it as any other. */
export async function proveCampaign(
  order: CampaignOrder,
  verify: (proof: string, journal: string) => readonly string[],
): Promise<CampaignProved> {
  const own: PlayedPoints = { passes: new Map(), crashesBefore: new Map(), crashesAfter: new Map() };
  const { shares, vanishing, points = own, everyPoint = false, inspect, ...options } = order;
  const before = [total(points.passes), crashesOf(points)] as const;
  // The level is declared at the opening, 9:00 in Paris.
  const declared = Date.parse(`${options.date}T07:00:00Z`);
  const from = everyPoint ? declared - listBeforeMs : declared;
  const inProcess = seededMischief(options.seed, { ...shares, from }, points, everyPoint);
  const cycle = await openReflex({ ...options, concurrency: 1, fresh: true, inProcess });
  try {
    inspect?.(cycle);
    breakLines(cycle, options.seed, vanishing);
    await playCycle(cycle);
    const { broken, comparisons, files, filed } = await accountOfCycle(cycle);
    const dials = filed.attempts.filter(({ n }) => n > 0);
    return {
      people: filed.people.size,
      attempts: dials.length,
      useful: [...filed.people.values()].filter(({ state }) => state === 'useful').length,
      abandoned:
        dials.filter((attempt) => attempt.abandoned).length /
        Math.max(1, dials.filter((attempt) => attempt.answered).length),
      crashes: crashesOf(points) - before[1],
      calls: total(points.passes) - before[0],
      journal: (await journalHash(cycle.cloud)).hash,
      faults: [
        ...broken,
        ...sentencesOf(comparisons),
        ...(files?.proof === undefined || files.journal === undefined
          ? ['no definitive report with its proof']
          : verify(files.proof, files.journal)),
      ],
    };
  } finally {
    await cycle.cloud.stop();
  }
}

/** Lines of agents break amid whatever they do, for some minutes, `aDay` times in each opening. */
function breakLines({ cloud, teleworkers, open }: ReflexCycle, seed: number, aDay: number): void {
  for (const [rank, teleworker] of teleworkers.entries()) {
    for (const { from, to } of open) {
      const random = laneRandom(seed, `line/${rank}/${from}`);
      for (let nth = 0; nth < aDay; nth += 1) {
        const at = Date.parse(from) + random.next() * (Date.parse(to) - Date.parse(from));
        const minutes = 1 + random.exponential(6);
        cloud.kernel.at(at, `line/${rank}`, () => teleworker.vanish(minutes));
      }
    }
  }
}

function crashesOf({ crashesBefore, crashesAfter }: PlayedPoints): number {
  return total(crashesBefore) + total(crashesAfter);
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, n) => sum + n, 0);
}
