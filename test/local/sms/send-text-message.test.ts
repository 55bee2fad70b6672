import { afterEach, describe, expect, it } from 'vitest';
import { calls, mobile, openSms, play, receipts, type SmsCloud, sender, text } from './sms-world.ts';

let open: SmsCloud | undefined;
async function world(...options: Parameters<typeof openSms>): Promise<SmsCloud> {
  open = await openSms(...options);
  return open;
}
afterEach(async () => {
  await open?.cloud.stop();
  open = undefined;
});

describe('COMMON-33: a message sent with the SDK', () => {
  it('comes to the phone, and its receipts to the topic with parts, price and context', async () => {
    const sms = await world();
    const heard: string[] = [];
    sms.sms.onMessage(mobile, ({ body, from }) => void heard.push(`${from}: ${body}`));
    const [answer] = await calls(sms, text({ MessageBody: 'Où êtes-vous ?', Context: { m: 'k1' } }));
    expect(answer).toEqual({ MessageId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await play(sms, 120);
    expect(heard).toEqual(['SUIVI: Où êtes-vous ?']);
    expect(receipts(sms).map(({ eventType }) => eventType)).toEqual(['TEXT_SENT', 'TEXT_DELIVERED']);
    expect(receipts(sms)[1]).toMatchObject({
      isFinal: true,
      isoCountryCode: 'FR',
      destinationPhoneNumber: mobile,
      messageEncoding: 'Unicode',
      totalMessageParts: 1,
      context: { m: 'k1' },
    });
    expect(sms.cloud.problems()).toEqual([]);
  });

  it('fails on landlines, numbers that nobody has, and phones that stay off longer than it lives', async () => {
    const sms = await world();
    const [landline, dead, off] = ['+33491000001', '+33698760002', '+33698760003'];
    sms.sms.setPhone(dead, { kind: 'dead' });
    sms.sms.setPhone(off, { kind: 'off', until: Date.parse('2021-02-22T12:00:00Z') });
    await calls(
      sms,
      text({ DestinationPhoneNumber: landline }),
      text({ DestinationPhoneNumber: dead }),
      text({ DestinationPhoneNumber: off, TimeToLive: 3600 }),
      text({ DestinationPhoneNumber: off }),
    );
    await play(sms, 8 * 3600);
    const final = receipts(sms).filter(({ isFinal }) => isFinal === true);
    expect(final.map(({ destinationPhoneNumber: to, eventType }) => `${to} ${eventType}`).sort()).toEqual([
      `${landline} TEXT_INVALID`,
      expect.stringMatching(/^\+33698760002 TEXT_(INVALID|UNREACHABLE)$/),
      `${off} TEXT_DELIVERED`,
      `${off} TEXT_TTL_EXPIRED`,
    ]);
    expect(sms.sms.numbers()).toEqual([off]);
    expect(sms.sms.inbox(off)).toHaveLength(1);
  });

  it('is refused with the reasons of the service, and then nothing leaves', async () => {
    const sms = await world();
    const refused = await calls(
      sms,
      text({ DestinationPhoneNumber: '+14254147755', OriginationIdentity: undefined }),
      text({ DestinationPhoneNumber: '0612345678' }),
      text({ MessageBody: '  ' }),
      text({ MessageBody: 'x'.repeat(1601) }),
      text({ MaxPrice: '0.01' }),
      text({ OriginationIdentity: 'NOBODY' }),
      text({ ConfigurationSetName: 'other' }),
      text({ DestinationPhoneNumber: '+4915112345678' }),
      text({ DryRun: true }),
      ['SendVoiceMessage', { DestinationPhoneNumber: mobile, OriginationIdentity: sender }],
    );
    expect(refused).toMatchObject([
      { refused: 'ConflictException', reason: 'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION' },
      { refused: 'ValidationException', reason: 'INVALID_PARAMETER' },
      { refused: 'ValidationException' },
      { refused: 'ValidationException' },
      { refused: 'ValidationException', reason: 'PRICE_OVER_THRESHOLD' },
      { refused: 'ResourceNotFoundException', message: expect.stringContaining('sender-id/SUIVI/FR') },
      { refused: 'ResourceNotFoundException', message: expect.stringContaining('suivi') },
      { refused: 'ValidationException', reason: 'INVALID_IDENTITY_FOR_DESTINATION_COUNTRY' },
      { MessageId: expect.any(String) },
      { refused: 'UnknownOperationException' },
    ]);
    await play(sms, 3600);
    expect(sms.sms.accepted()).toEqual([]);
  });

  it('is throttled at the rate of the quota, and stops when the month is spent', async () => {
    const sms = await world({ quotas: { messagesPerSecond: 2, messageSpendUsd: 0.3 } });
    const first = await calls(sms, text(), text(), text());
    expect(first[2]).toMatchObject({ refused: 'ThrottlingException' });
    await play(sms, 10);
    const second = await calls(sms, text(), text(), text());
    expect(second.slice(0, 2)).toMatchObject([{ MessageId: expect.any(String) }, { MessageId: expect.any(String) }]);
    await play(sms, 20);
    expect(await calls(sms, text())).toMatchObject([
      { refused: 'ServiceQuotaExceededException', reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT' },
    ]);
    expect(sms.sms.accepted()).toHaveLength(4);
  });

  it('needs the permission on its sender, and says who lacks it', async () => {
    const sms = await world({}, {}, ['sms-voice:PutOptedOutNumber']);
    const [answer] = await calls(sms, text());
    expect(answer).toMatchObject({ refused: 'AccessDeniedException', message: expect.stringContaining(sender) });
    expect(sms.cloud.problems().map(({ problem }) => problem)).toEqual([expect.stringContaining('SendTextMessage')]);
  });
});

describe('COMMON-36: who opted out', () => {
  it('is not sent anything any more, by list or by reply, and comes off a list once a month', async () => {
    const sms = await world();
    const list = { OptOutListName: 'refus', OptedOutNumber: mobile };
    const code = [...sms.sms.world.origins.values()].find(({ kind }) => kind === 'phone-number');
    const OriginationIdentity = code?.id;
    await calls(sms, ['PutOptedOutNumber', list]);
    await play(sms, 1);
    const known = await calls(
      sms,
      text({ OriginationIdentity }),
      ['DescribeOptedOutNumbers', { OptOutListName: 'refus', OptedOutNumbers: [mobile] }],
      ['DeleteOptedOutNumber', list],
    );
    expect(known).toMatchObject([
      { refused: 'ConflictException', reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' },
      { OptedOutNumbers: [{ OptedOutNumber: mobile, EndUserOptedOut: false }] },
      { OptedOutNumber: mobile },
    ]);
    await calls(sms, text({ OriginationIdentity }));
    await play(sms, 600);
    const from = sms.sms.inbox(mobile)[0]?.from ?? '';
    expect(sms.sms.reply({ from: mobile, to: 'SUIVI', body: 'STOP', lane: 'a' })).toBe(false);
    expect(sms.sms.reply({ from: mobile, to: from, body: ' stop ', lane: 'b' })).toBe(true);
    await play(sms, 700);
    const after = await calls(sms, text({ OriginationIdentity }), ['DeleteOptedOutNumber', list]);
    expect(after).toMatchObject([
      { reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' },
      { refused: 'ConflictException', reason: 'PHONE_NUMBER_CANNOT_BE_OPTED_IN' },
    ]);
  });
});
