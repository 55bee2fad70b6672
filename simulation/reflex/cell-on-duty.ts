import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { laneRandom } from '../../local/kernel/random.ts';
import type { ReflexWorld } from './reflex-world.ts';

/** Share of what a cell has in hand that is settled between two looks. */
const handledShare = 0.5;

/** Somebody of a cell of the City looks at its list every so often while on duty, takes in hand what is new, and later says what came of it (REFLEX-19). */
export function cellOnDuty(
  world: ReflexWorld,
  cell: string,
  duty: { readonly from: number; readonly to: number; readonly everyMinutes: number },
): void {
  const { kernel } = world.cloud;
  const every = duty.everyMinutes * 60_000;
  const offset = laneRandom(world.seed, `cell/${cell}`).next() * every;
  for (let at = duty.from + offset; at < duty.to; at += every) {
    kernel.at(at, `cell/${cell}`, () => look(world, cell));
  }
}

async function look(world: ReflexWorld, cell: string): Promise<void> {
  const { browser, programme, diary, cloud } = world;
  const path = (route: { readonly path: string }) =>
    route.path.replace('{programme}', programme).replace('{cell}', cell);
  const user = memberOf(cell);
  const at = cloud.kernel.iso();
  const answer = (referralId: string, action: 'acknowledge' | 'close', body: object) => {
    const to = path(outboundRoutes.referralAction).replace('{referralId}', referralId).replace('{action}', action);
    return browser.call(user, to, body, `cell/${cell}/${referralId}/${action}/${at}`);
  };
  const list = await browser.call(user, path(outboundRoutes.referralList), undefined, `cell/${cell}/${at}`);
  for (const { referralId, state } of referralsOf(list)) {
    if (state === 'new') {
      await answer(referralId, 'acknowledge', {});
      diary.acknowledgements.push({ cell, referralId, at });
    } else if (laneRandom(world.seed, `cell/${cell}/${referralId}/${at}`).chance(handledShare)) {
      await answer(referralId, 'close', { outcome: 'AIDE_APPORTEE' });
    }
  }
}

export function memberOf(cell: string): string {
  return `cellule.${cell}`;
}

function referralsOf(list: unknown): { readonly referralId: string; readonly state: string }[] {
  if (typeof list !== 'object' || list === null || !('referrals' in list) || !Array.isArray(list.referrals)) return [];
  return list.referrals.map((one: { referralId?: unknown; state?: unknown }) => ({
    referralId: String(one.referralId),
    state: String(one.state),
  }));
}
