import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { smsClient } from '../../../adapters/sms-client.ts';
import { smsSender } from '../../../adapters/sms-sender.ts';

const mock = mockClient(PinpointSMSVoiceV2Client);
beforeEach(() => mock.reset());

const sender = smsSender(new PinpointSMSVoiceV2Client({ region: 'eu-central-1' }), {
  pools: { suivi: 'arn:aws:sms-voice:eu-central-1:000000000000:pool/p1' },
  configurationSet: 'permanence-suivi-demo-messages',
});
const message = {
  e164: '+33612345678',
  body: 'ARS PACA: ...',
  maxPricePerPart: 0.15,
  liveSeconds: 3600,
  context: { programme: 'suivi', messageId: 'survey-j2-p1', attempt: 1 },
};
const failing = async (name: string, members: object = {}) => {
  mock.on(SendTextMessageCommand).rejects(Object.assign(new Error('no'), { name, ...members }));
  return await sender.send('suivi', message);
};

describe('SendTextMessage', () => {
  it('design decision 17: carries what the receipt must bring back, a price and an end, and no more of the person than the number', async () => {
    mock.on(SendTextMessageCommand).resolves({ MessageId: 'provider-1' });
    expect(await sender.send('suivi', message)).toEqual({ type: 'accepted' });
    expect(mock.commandCalls(SendTextMessageCommand)[0]?.args[0].input).toEqual({
      DestinationPhoneNumber: '+33612345678',
      OriginationIdentity: 'arn:aws:sms-voice:eu-central-1:000000000000:pool/p1',
      ConfigurationSetName: 'permanence-suivi-demo-messages',
      MessageBody: 'ARS PACA: ...',
      MessageType: 'TRANSACTIONAL',
      MaxPrice: '0.15000',
      TimeToLive: 3600,
      Context: { p: 'suivi', m: 'survey-j2-p1', n: '1' },
    });
  });

  it('COMMON-37: is tried once: a second try would be a second SMS', async () => {
    expect(await smsClient().config.maxAttempts()).toBe(1);
  });

  it.each([
    ['ThrottlingException', {}, { type: 'throttled' }],
    ['ConflictException', { Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' }, { type: 'opted-out' }],
    [
      'ConflictException',
      { Reason: 'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION' },
      { type: 'refused', cause: 'destination_country_blocked_by_protect_configuration', badNumber: false },
    ],
    [
      'ValidationException',
      { Reason: 'PRICE_OVER_THRESHOLD' },
      { type: 'refused', cause: 'price_over_threshold', badNumber: false },
    ],
    [
      'ValidationException',
      { Reason: 'INVALID_PARAMETER', Fields: [{ Name: 'DestinationPhoneNumber', Message: 'x' }] },
      { type: 'refused', cause: 'invalid_parameter', badNumber: true },
    ],
    // A fault of ours, in what is the same for everybody: nobody's message is given up for it.
    [
      'ValidationException',
      { Reason: 'INVALID_PARAMETER', Fields: [{ Name: 'OriginationIdentity', Message: 'x' }] },
      { type: 'unavailable', cause: 'invalid_parameter' },
    ],
    ['ConflictException', { Reason: 'RESOURCE_NOT_ACTIVE' }, { type: 'unavailable', cause: 'resource_not_active' }],
    [
      'ServiceQuotaExceededException',
      { Reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT' },
      { type: 'unavailable', cause: 'monthly_spend_limit_reached_for_text' },
    ],
    ['AccessDeniedException', {}, { type: 'unavailable', cause: 'accessdeniedexception' }],
    ['ResourceNotFoundException', {}, { type: 'unavailable', cause: 'resourcenotfoundexception' }],
    ['InternalServerException', {}, { type: 'unknown', cause: 'InternalServerException' }],
    ['TimeoutError', {}, { type: 'unknown', cause: 'TimeoutError' }],
  ])('COMMON-36: %s %j is %j', async (name, members, outcome) => {
    expect(await failing(name, members)).toEqual(outcome);
  });

  it('names a programme that has no senders', async () => {
    await expect(sender.send('samps', message)).rejects.toThrow(
      'Programme "samps" has no pool of senders; accepted: suivi',
    );
  });
});
