import type { Kernel } from '../local/kernel/kernel.ts';
import { laneRandom } from '../local/kernel/random.ts';
import { conversationSeconds } from './caller.ts';
import type { IncomingRing, PhoneNetwork } from './centre.ts';
import type { Diary, RingDiary } from './diary.ts';

export interface Callee {
  readonly number: string;
  /** Chance that they pick up. */
  readonly answersPhone: number;
}

/** The phone of a person whom the centre may call back: it rings, they pick up or not, listen, wait a little for the agent. */
export function installPhone(
  world: { readonly kernel: Kernel; readonly network: PhoneNetwork; readonly diary: Diary; readonly seed: number },
  callee: Callee,
): void {
  let rings = 0;
  world.network.onRing(callee.number, (ring) => {
    rings += 1;
    takeCall(world, callee, ring, `callee/${callee.number}/${world.kernel.iso().slice(0, 10)}/${rings}`);
  });
}

function takeCall(world: Parameters<typeof installPhone>[0], callee: Callee, ring: IncomingRing, lane: string): void {
  const { kernel, diary, seed } = world;
  const random = laneRandom(seed, lane);
  if (ring.engaged) {
    ring.refuse();
    return;
  }
  const entry = diary.write<RingDiary>({ kind: 'ring', number: callee.number, rangAt: kernel.iso() });
  let stopped = false;
  ring.onStopped(() => {
    stopped = true;
    entry.endedAt = kernel.iso();
  });
  if (!random.chance(callee.answersPhone)) return;
  const pickUpAfter = 3 + random.next() * 14;
  const patience = 30 + random.exponential(90);
  const conversation = conversationSeconds(random);
  const callerEnds = random.chance(0.7);
  kernel.after(pickUpAfter * 1000, lane, () => {
    if (stopped) return;
    entry.answeredAt = kernel.iso();
    const call = ring.answer();
    kernel.after(patience * 1000, lane, () => {
      if (entry.spokenToAt === undefined && !call.ended) call.hangUp();
    });
    call.hear((event) => {
      if (event.type === 'connected') {
        entry.spokenToAt = event.at;
        entry.spokenToBy = event.agent;
        if (callerEnds) kernel.after(conversation * 1000, lane, () => call.hangUp());
      } else if (event.type === 'ended') {
        entry.endedAt = event.at;
      }
    });
  });
}
