import { outboundRoutes } from '../../contracts/routes.ts';
import { laneRandom } from '../../local/kernel/random.ts';
import type { ReflexWorld } from './reflex-world.ts';

/** Somebody of a cell of the City looks at its list every so often while on duty, and takes in hand what is new (REFLEX-19). */
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

async function look({ browser, programme, diary, cloud }: ReflexWorld, cell: string): Promise<void> {
  const path = (route: { readonly path: string }) =>
    route.path.replace('{programme}', programme).replace('{cell}', cell);
  const user = memberOf(cell);
  const at = cloud.kernel.iso();
  const list = await browser.call(user, path(outboundRoutes.referralList), undefined, `cell/${cell}/${at}`);
  for (const { referralId, state } of referralsOf(list)) {
    if (state !== 'new') continue;
    const action = path(outboundRoutes.referralAction)
      .replace('{referralId}', referralId)
      .replace('{action}', 'acknowledge');
    await browser.call(user, action, {}, `cell/${cell}/${referralId}/acknowledge`);
    diary.acknowledgements.push({ cell, referralId, at });
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
