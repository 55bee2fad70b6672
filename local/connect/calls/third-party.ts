import type { ThirdPartySuspension } from '../../../flow-engine/src/index.ts';
import { type Contact, laneOf } from '../contact.ts';
import { draw, type World } from '../world.ts';

type Outcome = 'completed' | 'call-failed' | 'time-limit' | 'error';

/** Transfers the caller to an outside number. Nobody simulated lives there: a call that the account may make is answered, and ends, after a drawn time. */
export function callThirdParty(
  world: World,
  contact: Contact,
  suspension: ThirdPartySuspension,
  onOutcome: (outcome: Outcome) => void,
): void {
  const lane = laneOf(contact, 'third-party');
  const { kernel } = world.cloud;
  if (!world.options.allowedPrefixes.some((prefix) => suspension.phoneNumber.startsWith(prefix))) {
    kernel.after(1000, lane, () => onOutcome('call-failed'));
    return;
  }
  const random = draw(world, lane);
  const answeredAfter = random.integer(4, 40);
  if (answeredAfter > suspension.connectionTimeLimitSeconds) {
    kernel.after(suspension.connectionTimeLimitSeconds * 1000, lane, () => onOutcome('time-limit'));
    return;
  }
  kernel.after((answeredAfter + random.exponential(120)) * 1000, lane, () => onOutcome('completed'));
}
