import { askBeside } from '../reflex/asked-beside.ts';
import { openReflex, type ReflexCycle } from '../reflex/open-reflex.ts';
import { playCycle } from '../reflex/play-cycle.ts';

const minute = 60_000;
/** Ten agents who are free at once ask for more dials than Connect takes. */
const numbers = { seed: 5, people: 80, agents: 10, hours: 6, date: '2026-07-06', concurrency: 4 } as const;
/** Whose referrals are reminded, then told to others. */
const cellsAway = ['sanitaire'];

/** Six hours of a level in which everything that functions of campaigns may do happens, so that each permission is needed. */
export async function playRichCycle(options: {
  readonly assembly: string;
  readonly state: string;
  readonly withoutStatements?: readonly string[];
  /** Asked every ten virtual minutes: true ends it there. */
  readonly enough?: (cycle: ReflexCycle) => boolean;
}): Promise<{ readonly cycle: ReflexCycle; readonly fault?: unknown }> {
  const { enough = () => false, ...order } = options;
  const cycle = await openReflex({ ...numbers, cellsAway, ...order });
  askBeside(cycle);
  try {
    const { kernel } = cycle.cloud;
    for (let to = kernel.now(); to < Date.parse(cycle.endsAt) && !enough(cycle); to += 10 * minute) {
      await kernel.runUntil(to);
    }
    if (!enough(cycle)) await playCycle(cycle);
    return { cycle };
  } catch (fault) {
    // Somebody could not go on: what was refused tells why.
    return { cycle, fault };
  }
}
