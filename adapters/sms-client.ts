import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';

let client: PinpointSMSVoiceV2Client | undefined;

/** Longer than the provider takes; a run may still tell what happened. */
const timeoutMs = 10_000;

/**
 * The one client of End User Messaging of an execution environment. It never tries again by itself: the provider has no token by which two tries would be
 * one message, so a second try after a lost answer would be a second SMS (design decision 17).
 */
export function smsClient(): PinpointSMSVoiceV2Client {
  client ??= new PinpointSMSVoiceV2Client({ maxAttempts: 1, requestHandler: { requestTimeout: timeoutMs } });
  return client;
}
