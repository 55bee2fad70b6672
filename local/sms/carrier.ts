import { laneRandom } from '../kernel/random.ts';
import { sendReceipt } from './receipts.ts';
import { type AcceptedMessage, monthOf, now, type SmsWorld } from './world.ts';

interface Fate {
  /** Milliseconds after it was sent. */
  readonly afterMs: number;
  readonly eventType: string;
  readonly description: string;
  readonly arrives: boolean;
}

const minute = 60_000;
/** Countries whose carriers confirm that the phone has the message; elsewhere AWS only knows that the carrier took it. */
const confirming: readonly string[] = ['FR', 'GB', 'DE', 'US'];

/** The message leaves: it costs, and comes to the phone, or does not. Once a message, a millisecond after it was accepted. */
export function carry(world: SmsWorld, message: AcceptedMessage): void {
  const { kernel } = world.cloud;
  world.accepted.set(message.messageId, message);
  const month = monthOf(message.at);
  world.spent.set(month, (world.spent.get(month) ?? 0) + message.price);
  const sentAt = now(world);
  const sent = { eventType: 'TEXT_SENT', description: 'Message has been sent to the carrier', final: false };
  sendReceipt(world, message, { ...sent, at: sentAt });
  const { afterMs, eventType, description, arrives } = fateOf(world, message);
  const at = sentAt + afterMs;
  kernel.at(at, `sms/${message.messageId}/handset`, () => {
    if (arrives) {
      const { messageId, from, to, body } = message;
      world.inboxes.receive({ at, messageId, from, to, body });
    }
    sendReceipt(world, message, { eventType, description, final: true, at });
  });
}

/** What becomes of a message: decided as it leaves, from the phone's state and the message's own lane. */
function fateOf(world: SmsWorld, message: AcceptedMessage): Fate {
  const { unfriendly } = world.cloud.settings;
  const random = laneRandom(world.cloud.seed, `sms/${message.messageId}/fate`);
  const quick = random.integer(1_000, 9_000);
  const state = world.inboxes.state(message.to);
  if (!message.mobile) return lost(quick, 'TEXT_INVALID', 'The destination is a landline');
  if (state.kind === 'dead') {
    return random.chance(0.8)
      ? lost(quick, 'TEXT_INVALID', 'Invalid phone number')
      : lost(quick + 2 * minute, 'TEXT_UNREACHABLE', 'Phone is currently unreachable or unavailable');
  }
  if (random.chance(unfriendly.lose)) return lost(quick + minute, 'TEXT_CARRIER_UNREACHABLE', 'Carrier is unreachable');
  const usual = Math.round(random.logNormal(4_000, 0.6));
  const slow = random.chance(unfriendly.reorder) ? random.integer(10 * minute, 180 * minute) : 0;
  const off = state.kind === 'off' ? Math.max(0, state.until - now(world)) : 0;
  const afterMs = off + slow + usual;
  const life = message.timeToLiveSeconds * 1000;
  if (afterMs > life) return lost(life, 'TEXT_TTL_EXPIRED', 'Time to live has expired');
  return confirming.includes(message.country)
    ? { afterMs, eventType: 'TEXT_DELIVERED', description: 'Message has been accepted by phone', arrives: true }
    : { afterMs, eventType: 'TEXT_SUCCESSFUL', description: 'Message has been accepted by carrier', arrives: true };
}

const lost = (afterMs: number, eventType: string, description: string): Fate => ({
  afterMs,
  eventType,
  description,
  arrives: false,
});
