import { membersOf } from '../question/question-form.ts';
import type { Receipt } from './message.ts';
import type { ToldReceipt } from './note-receipt.ts';

type Failure = { readonly permanent: boolean; readonly badNumber: boolean };

/**
 * What each final event means (End User Messaging, event types). `DELIVERED` or `SUCCESSFUL` depends on what the carriers of a country say. `UNKNOWN`
 * says nothing, and is not here.
 */
const failures: Readonly<Record<string, Failure>> = {
  INVALID: { permanent: true, badNumber: true },
  INVALID_MESSAGE: { permanent: true, badNumber: false },
  BLOCKED: { permanent: true, badNumber: false },
  CARRIER_BLOCKED: { permanent: true, badNumber: false },
  SPAM: { permanent: true, badNumber: false },
  PROTECT_BLOCKED: { permanent: true, badNumber: false },
  UNREACHABLE: { permanent: false, badNumber: false },
  CARRIER_UNREACHABLE: { permanent: false, badNumber: false },
  TTL_EXPIRED: { permanent: false, badNumber: false },
};

/** Final events that tell something: those that a configuration set is to send. */
export const tellingEvents: readonly string[] = ['DELIVERED', 'SUCCESSFUL', ...Object.keys(failures)].map(
  (name) => `TEXT_${name}`,
);

/**
 * Reads an event of the provider. Undefined when it tells nothing yet (queued, sent), or nothing at all (unknown after 72 h). Throws when it is no event
 * of a message of ours: the number it names is in no error.
 */
export function parseReceipt(event: unknown): ToldReceipt | undefined {
  const fields = membersOf(event);
  const { eventType, eventTimestamp, messageId: providerId } = fields;
  const { p, m, n } = membersOf(fields['context']);
  const attempt = Number(n);
  if (typeof eventType !== 'string' || !eventType.startsWith('TEXT_')) {
    throw new Error(`An event is of type ${JSON.stringify(eventType)}; accepted: TEXT_DELIVERED and the like`);
  }
  if (typeof p !== 'string' || typeof m !== 'string' || !Number.isInteger(attempt) || attempt < 1) {
    throw new Error(`An event ${eventType} names no message; accepted: a context with p, m and n, as it was sent`);
  }
  if (typeof eventTimestamp !== 'number' || typeof providerId !== 'string') {
    throw new Error(`An event ${eventType} has no eventTimestamp or no messageId; accepted: milliseconds and an id`);
  }
  const name = eventType.slice('TEXT_'.length);
  const failure = failures[name];
  const { totalMessageParts: parts, totalMessagePrice: price } = fields;
  const common = {
    at: new Date(eventTimestamp).toISOString(),
    providerId,
    ...(typeof parts === 'number' ? { parts } : {}),
    ...(typeof price === 'number' ? { price } : {}),
  };
  const receipt: Receipt | undefined =
    name === 'DELIVERED' || name === 'SUCCESSFUL'
      ? { ...common, result: 'delivered' }
      : failure && { ...common, result: 'failed', cause: name.toLowerCase(), ...failure };
  return receipt && { context: { programme: p, messageId: m, attempt }, receipt };
}
