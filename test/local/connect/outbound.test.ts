import { afterEach, describe, expect, it } from 'vitest';
import { closeCentre, customer, open } from './support/api-centre.ts';

afterEach(closeCentre);

describe('StartOutboundVoiceContact', () => {
  it('rings the customer, runs the flow once they answer, and brings an agent', async () => {
    const { centre, dial } = await open();
    const heard: string[] = [];
    centre.part.connect.onRing(customer, (ring) => {
      ring.call.hear((event) => void heard.push(event.type === 'prompt' ? event.text : event.type));
      return { kind: 'answer', afterSeconds: 7 };
    });
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
      if (event.type === 'connected') centre.at(20, () => lea.phone.hangUp());
      if (event.type === 'after-call-work') lea.phone.completeAfterCallWork();
    });
    await centre.play(1);
    const { ContactId } = await dial({ ClientToken: 'attempt-1', Attributes: { attemptId: 'attempt-1' } });
    await centre.play(200);
    expect(heard).toEqual(['Ici le centre.', expect.stringContaining('Thank you'), 'connected', 'ended']);
    expect(centre.records()).toMatchObject([
      {
        ContactId,
        InitiationMethod: 'API',
        Attributes: { attemptId: 'attempt-1' },
        CustomerEndpoint: { Address: customer },
        SystemEndpoint: { Address: centre.number },
        Agent: { Username: 'lea', AgentInteractionDuration: 20 },
      },
    ]);
    expect(centre.events(ContactId ?? '').sort()).toEqual(
      ['INITIATED', 'CONNECTED_TO_SYSTEM', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED'].sort(),
    );
  });

  it.each([
    [{ kind: 'no-answer' } as const, 'TELECOM_UNANSWERED', 30],
    [{ kind: 'answer', afterSeconds: 31 } as const, 'TELECOM_UNANSWERED', 30],
    [{ kind: 'busy' } as const, 'TELECOM_BUSY', 2],
    [{ kind: 'invalid' } as const, 'TELECOM_NUMBER_INVALID', 2],
  ])('leaves a record when it comes to nothing: %j', async (decision, reason, seconds) => {
    const { centre, dial } = await open();
    centre.part.connect.onRing(customer, () => decision);
    const { ContactId } = await dial({ RingTimeoutInSeconds: 30 });
    await centre.play(200);
    const [record, ...rest] = centre.records();
    expect(rest).toEqual([]);
    expect(record).toMatchObject({
      ContactId,
      DisconnectReason: reason,
      ConnectedToSystemTimestamp: null,
      Agent: null,
      Queue: null,
    });
    const times = [record?.['InitiationTimestamp'], record?.['DisconnectTimestamp']].map((text) =>
      Date.parse(String(text)),
    );
    expect(((times[1] ?? 0) - (times[0] ?? 0)) / 1000).toBe(seconds);
    expect(centre.part.connect.liveCalls(customer)).toBe(0);
  });

  it('answered and left before an agent came is an abandon in the queue', async () => {
    const { centre, dial } = await open();
    centre.part.connect.onRing(customer, (ring) => {
      ring.call.hear((event) => {
        if (event.type === 'queued-music') centre.at(15, () => ring.call.hangUp());
      });
      return { kind: 'answer', afterSeconds: 2 };
    });
    await dial();
    await centre.play(200);
    expect(centre.records()).toMatchObject([
      { InitiationMethod: 'API', DisconnectReason: 'CUSTOMER_DISCONNECT', Agent: null, Queue: { Name: 'aide' } },
    ]);
  });

  it('answers the same contact to a ClientToken repeated within seven days, and dials once', async () => {
    const { centre, dial } = await open();
    let rings = 0;
    centre.part.connect.onRing(customer, () => {
      rings += 1;
      return { kind: 'no-answer' };
    });
    const first = await dial({ ClientToken: 'once' });
    const again = await dial({ ClientToken: 'once' });
    await centre.play(6 * 86_400);
    const days = await dial({ ClientToken: 'once' });
    expect([again.ContactId, days.ContactId]).toEqual([first.ContactId, first.ContactId]);
    expect(rings).toBe(1);
    await centre.play(2 * 86_400);
    const later = await dial({ ClientToken: 'once' });
    await centre.play(100);
    expect(later.ContactId).not.toBe(first.ContactId);
    expect(rings).toBe(2);
  });

  it('allows a burst of 5, then 2 per virtual second', async () => {
    const { centre, dial } = await open();
    const outcome = async () => {
      const sent = await Promise.allSettled(Array.from({ length: 6 }, () => dial()));
      return sent.filter(({ status }) => status === 'fulfilled').length;
    };
    expect(await outcome()).toBe(5);
    expect(await outcome()).toBe(0);
    await centre.play(1);
    expect(await outcome()).toBe(2);
    await expect(dial()).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      $metadata: { httpStatusCode: 429 },
    });
  });

  it('refuses what the service refuses, by name', async () => {
    const { centre, dial } = await open();
    await expect(dial({ DestinationPhoneNumber: '+687250000' })).rejects.toMatchObject({
      name: 'DestinationNotAllowedException',
      message: expect.stringContaining('+33'),
    });
    await centre.play(10);
    centre.part.connect.configure({ allowedPrefixes: ['+33', '+687'] });
    await expect(dial({ DestinationPhoneNumber: '+687250000' })).resolves.toMatchObject({
      ContactId: expect.any(String),
    });
    await expect(dial({ DestinationPhoneNumber: '0612' })).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await centre.play(10);
    await expect(dial({ RingTimeoutInSeconds: 5 })).rejects.toThrow(
      'RingTimeoutInSeconds is 5; accepted: an integer from 15 to 60',
    );
    await expect(dial({ QueueId: 'nowhere' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(dial({ ContactFlowId: 'nowhere' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await centre.play(10);
    await expect(dial({ Attributes: { 'a b': 'x' } })).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(dial({ TrafficType: 'CAMPAIGN' })).rejects.toThrow('TrafficType');
    await expect(dial({ InstanceId: 'other' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await centre.play(10);
    centre.part.connect.configure({ concurrentCalls: 1 });
    await expect(dial()).rejects.toMatchObject({ name: 'LimitExceededException' });
  });

  it('is refused by IAM with the resource named', async () => {
    const { centre, dial, id } = await open({ denied: ['connect:StartOutboundVoiceContact'] });
    await expect(dial()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`instance/${id}/contact/*`),
    });
    await centre.play(100);
    expect(centre.records()).toEqual([]);
  });
});
