import { enumeratedPoints } from './enumerated-points.ts';
import type { PlayedPoints } from './mischief.ts';
import { type CampaignOrder, type CampaignProved, proveCampaign } from './prove-campaign.ts';
import { unreachedPoints } from './unreached-points.ts';

export interface ProvedPoint {
  /** `<function> <service>:<Operation>` */
  readonly point: string;
  readonly faults: readonly string[];
  readonly note: string;
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
    const inspect: CampaignOrder['inspect'] = (cloud) => {
      known = enumeratedPoints(cloud);
    };
    campaigns.push({ ...(await proveCampaign({ ...order, points, everyPoint: true, inspect }, verify)), seed: nth });
  }
  return { points: [...known].toSorted().map((point) => judge(point, points)), campaigns };
}

function judge(point: string, { passes, crashesBefore, crashesAfter }: PlayedPoints): ProvedPoint {
  const [passed, before, after] = [passes, crashesBefore, crashesAfter].map((counts) => counts.get(point) ?? 0);
  const note = `${passed} passes, ${before} crashes before, ${after} after`;
  const excuse = unreachedPoints.find((one) => one.point.test(point))?.because;
  if (excuse !== undefined && (before === 0 || after === 0))
    return { point, faults: [], note: `not in a cycle: ${excuse}` };
  return {
    point,
    note,
    faults: [...(before === 0 ? ['never crashed before'] : []), ...(after === 0 ? ['never crashed after'] : [])],
  };
}
