import { laneRandom } from '../../local/kernel/random.ts';
import { asPhoneCall } from '../local-centre.ts';
import { drawnAnswers, drawnLength } from './conversation.ts';
import type { LivedRingBack } from './reflex-diary.ts';
import type { ReflexWorld } from './reflex-world.ts';
import type { RegisteredPerson } from './registered-person.ts';

/** Somebody sees a call that they missed, and sometimes rings the number shown (REFLEX-34): within the hour, patiently. `afterMs`: when, if that is known. */
export function ringBack(
  world: ReflexWorld,
  person: Pick<RegisteredPerson, 'ringsBack'>,
  number: string,
  lane: string,
  afterMs?: number,
): void {
  const random = laneRandom(world.seed, `${lane}/back`);
  if (!random.chance(person.ringsBack)) return;
  const { kernel, connect } = world.cloud;
  const purpose = { type: 'answers', who: 'person' } as const;
  const length = drawnLength(random, purpose, world.forecast.handling);
  const answer = drawnAnswers(random);
  kernel.after(afterMs ?? 60_000 + random.exponential(15 * 60_000), `${lane}/back`, () => {
    if (connect.liveCalls(number) > 0) return;
    const entry: LivedRingBack = { number, dialledAt: kernel.iso() };
    world.diary.ringBacks.push(entry);
    const call = asPhoneCall(connect.dial({ lane: `${lane}/back`, from: number, to: world.number }));
    kernel.after(10 * 60_000, `${lane}/back`, () => {
      if (entry.spokenToAt === undefined && !call.ended) call.hangUp();
    });
    call.hear((event) => {
      if (event.type === 'connected') {
        entry.spokenToAt = event.at;
        world.onTheLine.set(event.agent, { purpose, ...length, answer, hangUp: () => call.hangUp() });
      } else if (event.type === 'busy' || event.type === 'ended') {
        if (event.type === 'busy') entry.busy = true;
        entry.endedAt ??= event.at;
      }
    });
  });
}
