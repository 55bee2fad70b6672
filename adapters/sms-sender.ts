import { type PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { SendOutcome, TextSender } from '../domain/message/text-sender.ts';
import { isThrottled } from './is-throttled.ts';

export interface SmsSettings {
  /** Programme -> ARN of the pool of its senders. */
  readonly pools: Readonly<Record<string, string>>;
  readonly configurationSet: string;
}

/** Reasons that speak of one number, which nothing can be sent to. */
const badNumber: ReadonlySet<string> = new Set(['INVALID_PARAMETER', 'FIELD_VALIDATION_FAILED', 'CANNOT_PARSE']);
/** Reasons that speak of one message or one person: others may still be written to. */
const ofOneMessage: ReadonlySet<string> = new Set([
  'DESTINATION_COUNTRY_BLOCKED',
  'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION',
  'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE',
  'DESTINATION_PHONE_NUMBER_NOT_VERIFIED',
  'PRICE_OVER_THRESHOLD',
  'MAXIMUM_SIZE_EXCEEDED',
]);

/** Sends through SendTextMessage. Give it a client that does not retry by itself (adapters/sms-client.ts). */
export function smsSender(client: PinpointSMSVoiceV2Client, { pools, configurationSet }: SmsSettings): TextSender {
  return {
    async send(programme, { e164, body, maxPricePerPart, liveSeconds, context }) {
      const pool = pools[programme];
      if (pool === undefined) {
        throw new Error(`Programme "${programme}" has no pool of senders; accepted: ${Object.keys(pools).join(', ')}`);
      }
      const { programme: p, messageId: m, attempt } = context;
      try {
        await client.send(
          new SendTextMessageCommand({
            DestinationPhoneNumber: e164,
            OriginationIdentity: pool,
            ConfigurationSetName: configurationSet,
            MessageBody: body,
            MessageType: 'TRANSACTIONAL',
            // Two digits, a point, at most five decimals: never in scientific notation.
            MaxPrice: maxPricePerPart.toFixed(5),
            TimeToLive: liveSeconds,
            Context: { p, m, n: String(attempt) },
          }),
        );
        return { type: 'accepted' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** What a refusal means for the message. What is not known to have been refused may have been sent: a fault of the service, an answer that never came. */
function outcomeOf(error: unknown): SendOutcome {
  if (isThrottled(error)) {
    return { type: 'throttled' };
  }
  const name = error instanceof Error ? error.name : typeof error;
  const reason = reasonOf(error);
  switch (name) {
    case 'ConflictException':
    case 'ValidationException': {
      if (reason === 'DESTINATION_PHONE_NUMBER_OPTED_OUT') {
        return { type: 'opted-out' };
      }
      const cause = (reason ?? name).toLowerCase();
      const isBad = badNumber.has(reason ?? '') && namesDestination(error);
      return isBad || ofOneMessage.has(reason ?? '')
        ? { type: 'refused', cause, badNumber: isBad }
        : { type: 'unavailable', cause };
    }
    case 'ServiceQuotaExceededException':
    case 'AccessDeniedException':
    case 'ResourceNotFoundException':
      return { type: 'unavailable', cause: (reason ?? name).toLowerCase() };
    default:
      return { type: 'unknown', cause: name };
  }
}

function reasonOf(error: unknown): string | undefined {
  const reason: unknown = typeof error === 'object' && error !== null && 'Reason' in error ? error.Reason : undefined;
  return typeof reason === 'string' ? reason : undefined;
}

/** A ValidationException names the fields it speaks of. */
function namesDestination(error: unknown): boolean {
  const fields: unknown = typeof error === 'object' && error !== null && 'Fields' in error ? error.Fields : undefined;
  return Array.isArray(fields) && JSON.stringify(fields).includes('DestinationPhoneNumber');
}
