import { askBeside } from '../reflex/asked-beside.ts';
import { enumeratedPoints } from './enumerated-points.ts';
import type { PlayedPoints } from './mischief.ts';
import { passBy } from './passers-by.ts';
import { type CampaignOrder, type CampaignProved, proveCampaign } from './prove-campaign.ts';
import { excuseOf } from './unreached-points.ts';

/** Hours after the declaration at which everybody asks what they may ask: within the openings of two days. */
const rounds = [0, 2.5, 5, 7, 24, 26.5, 29];

export interface ProvedPoint {
  /** `<function> <service>:<Operation>` */
  readonly point: string;
  readonly faults: readonly string[];
  readonly note: string;
  /** It need not be crashed at. */
  readonly excused: boolean;
}

/**
 * Plays campaigns in which every port call of the campaigns' functions is crashed at before and after, at other passes in each, and says of every
 * point that the code has whether that came about. A point that no cycle reaches is excused by what it is for.
 */
export async function proveFailpoints(
  seed: number,
  count: number,
  orderOf: (seed: number) => CampaignOrder,
  verify: (proof: string, journal: string) => readonly string[],
): Promise<{
  readonly points: readonly ProvedPoint[];
  readonly campaigns: readonly (CampaignProved & { readonly seed: number })[];
}> {
  const points: PlayedPoints = { passes: new Map(), crashesBefore: new Map(), crashesAfter: new Map() };
  let known: ReadonlySet<string> = new Set();
  const campaigns: (CampaignProved & { readonly seed: number })[] = [];
  for (let nth = seed; nth < seed + count; nth += 1) {
    const order = orderOf(nth);
    const inspect: CampaignOrder['inspect'] = (cycle) => {
      known = enumeratedPoints(cycle.cloud);
      askBeside(cycle, rounds);
      passBy(cycle);
    };
    campaigns.push({ ...(await proveCampaign({ ...order, points, everyPoint: true, inspect }, verify)), seed: nth });
  }
  return { points: [...known].toSorted().map((point) => judge(point, points)), campaigns };
}

function judge(point: string, { passes, crashesBefore, crashesAfter }: PlayedPoints): ProvedPoint {
  const [passed, before, after] = [passes, crashesBefore, crashesAfter].map((counts) => counts.get(point) ?? 0);
  const note = `${passed} passes, ${before} crashes before, ${after} after`;
  const excuse = excuseOf(point);
  if (excuse !== undefined) return { point, faults: [], note: `${excuse} (${note})`, excused: true };
  return {
    point,
    note,
    excused: false,
    faults: [...(before === 0 ? ['never crashed before'] : []), ...(after === 0 ? ['never crashed after'] : [])],
  };
}
