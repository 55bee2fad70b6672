import { requireAccess } from '../access.ts';
import type { JsonObject } from '../json.ts';
import { type LaneRandom, laneRandom } from '../kernel/random.ts';
import type { EventDestination } from './model.ts';
import { type AcceptedMessage, now, type SmsWorld } from './world.ts';

export interface Receipt {
  /** e.g. `TEXT_DELIVERED`. */
  readonly eventType: string;
  readonly description: string;
  readonly final: boolean;
  /** When it became true, epoch milliseconds. */
  readonly at: number;
}

const minute = 60_000;
const hour = 60 * minute;
/** A message whose fate the carrier never told is unknown then. */
const unknownAfterMs = 72 * hour;

/**
 * Sends a receipt to the destinations of the message's configuration set: soon after the fact, or hours later and so out of order, twice,
 * or never; a final one that the carrier never gave becomes TEXT_UNKNOWN after three days, half of the times.
 */
export function sendReceipt(world: SmsWorld, message: AcceptedMessage, receipt: Receipt): void {
  const { unfriendly } = world.cloud.settings;
  const lane = `sms/${message.messageId}/${receipt.eventType}`;
  const random = laneRandom(world.cloud.seed, lane);
  const due = receipt.at + random.integer(200, 3_000);
  if (random.chance(unfriendly.lose)) {
    if (!receipt.final || random.chance(0.5)) return;
    const unknown = { eventType: 'TEXT_UNKNOWN', description: 'The carrier did not report the status', final: true };
    schedule(world, message, { ...unknown, at: message.at + unknownAfterMs }, message.at + unknownAfterMs, lane);
    return;
  }
  schedule(world, message, receipt, random.chance(unfriendly.reorder) ? late(due, random) : due, lane);
  if (random.chance(unfriendly.duplicate)) schedule(world, message, receipt, late(due, random), `${lane}~again`);
}

const late = (due: number, random: LaneRandom): number => due + random.integer(30 * minute, 6 * hour);

function schedule(world: SmsWorld, message: AcceptedMessage, receipt: Receipt, at: number, lane: string): void {
  const set = world.configurationSets.get(message.configurationSet ?? '');
  const destinations = set?.destinations.filter((destination) => wants(destination, receipt.eventType)) ?? [];
  for (const destination of destinations) {
    world.cloud.kernel.at(at, lane, () => publish(world, message, receipt, destination, lane));
  }
}

const wants = ({ enabled, eventTypes }: EventDestination, eventType: string): boolean =>
  enabled && (eventTypes.includes('ALL') || eventTypes.includes('TEXT_ALL') || eventTypes.includes(eventType));

function publish(
  world: SmsWorld,
  message: AcceptedMessage,
  receipt: Receipt,
  { topicArn, name }: EventDestination,
  lane: string,
): void {
  const { cloud } = world;
  const set = world.configurationSets.get(message.configurationSet ?? '');
  const principal = {
    type: 'service',
    service: 'sms-voice.amazonaws.com',
    sourceArn: set?.arn ?? '',
    sourceAccount: cloud.account,
  } as const;
  try {
    requireAccess(cloud, { principal, action: 'sns:Publish', resource: topicArn });
    cloud.topics.publish(topicArn, {
      message: JSON.stringify(eventOf(message, receipt, now(world))),
      lane: `${lane}/${name}`,
    });
  } catch (error) {
    cloud.report(`SMS event destination ${name} of ${set?.name}`, error);
  }
}

/** As in EUM's "configuration sets: event format". */
function eventOf(message: AcceptedMessage, { eventType, description, final }: Receipt, at: number): JsonObject {
  return {
    eventType,
    eventVersion: '1.0',
    eventTimestamp: at,
    isFinal: final,
    originationPhoneNumber: message.from,
    destinationPhoneNumber: message.to,
    isoCountryCode: message.country,
    messageId: message.messageId,
    messageRequestTimestamp: message.at,
    messageEncoding: message.encoding,
    messageType: message.messageType,
    messageStatus: eventType.replace(/^TEXT_/, ''),
    messageStatusDescription: description,
    context: { ...message.context },
    totalMessageParts: message.parts,
    totalMessagePrice: message.price,
    totalCarrierFee: 0,
  };
}
