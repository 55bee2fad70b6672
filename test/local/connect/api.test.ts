import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DescribeContactCommand,
  DescribePhoneNumberCommand,
  DescribeQueueCommand,
  DescribeUserCommand,
  GetContactAttributesCommand,
  GetCurrentMetricDataCommand,
  ListPhoneNumbersV2Command,
  ListQueuesCommand,
  ListUsersCommand,
  StartOutboundVoiceContactCommand,
  type StartOutboundVoiceContactCommandInput,
  StopContactCommand,
  UpdateContactAttributesCommand,
  UpdateContactRoutingDataCommand,
} from '@aws-sdk/client-connect';
import { afterEach, describe, expect, it } from 'vitest';
import { Centre } from './support/centre.ts';
import type { FakeCloudOptions } from './support/fake-cloud.ts';
import { disconnect, flow, say, setQueue, toQueue } from './support/flows.ts';

const customer = '+33698765432';
let opened: Centre | undefined;
afterEach(async () => {
  await opened?.part.stop?.();
  opened = undefined;
});

async function open(options: FakeCloudOptions = {}) {
  const centre = await Centre.open(options);
  opened = centre;
  const queues = await centre.staff(['aide'], ['lea']);
  const queueArn = queues['aide'] ?? '';
  const flowArn = await centre.flow(
    'sortant',
    flow(say('dit', 'Ici le centre.', 'q'), setQueue('q', queueArn, 't'), toQueue('t', 'x'), disconnect('x')),
  );
  const client = new ConnectClient({
    region: 'eu-central-1',
    endpoint: centre.cloud.endpoints.url('CONNECT'),
    credentials: { accessKeyId: 'FNDISPATCHER', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  const { id } = centre.part.connect.instance;
  const dial = (input: Partial<StartOutboundVoiceContactCommandInput> = {}) =>
    client.send(
      new StartOutboundVoiceContactCommand({
        InstanceId: id,
        ContactFlowId: flowArn.slice(flowArn.lastIndexOf('/') + 1),
        DestinationPhoneNumber: customer,
        QueueId: queueArn,
        ...input,
      }),
    );
  return { centre, client, dial, queueArn, flowArn, id };
}

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

describe('contacts by API', () => {
  it('are described, changed and stopped; a change after the record issues a new one', async () => {
    const { centre, client, dial, id } = await open();
    centre.part.connect.onRing(customer, () => ({ kind: 'answer', afterSeconds: 2 }));
    const { ContactId = '' } = await dial({ Attributes: { a: '1' } });
    await centre.play(10);
    const described = await client.send(new DescribeContactCommand({ InstanceId: id, ContactId }));
    expect(described.Contact).toMatchObject({
      Id: ContactId,
      InitiationMethod: 'API',
      ConnectedToSystemTimestamp: new Date('2025-07-03T20:30:02.001Z'),
      QueueInfo: { EnqueueTimestamp: expect.any(Date) },
    });
    expect(described.Contact?.DisconnectTimestamp).toBeUndefined();
    await client.send(new StopContactCommand({ InstanceId: id, ContactId }));
    await centre.play(100);
    const ended = await client.send(new DescribeContactCommand({ InstanceId: id, ContactId }));
    expect(ended.Contact).toMatchObject({ DisconnectTimestamp: expect.any(Date), DisconnectReason: 'OTHER' });
    await expect(client.send(new StopContactCommand({ InstanceId: id, ContactId }))).rejects.toMatchObject({
      name: 'ContactNotFoundException',
    });
    await client.send(
      new UpdateContactAttributesCommand({ InstanceId: id, InitialContactId: ContactId, Attributes: { b: '2' } }),
    );
    await centre.play(100);
    const attributes = await client.send(
      new GetContactAttributesCommand({ InstanceId: id, InitialContactId: ContactId }),
    );
    expect(attributes.Attributes).toEqual({ a: '1', b: '2' });
    const records = centre.records();
    expect(records.map((record) => record['Attributes'])).toEqual([{ a: '1' }, { a: '1', b: '2' }]);
    expect(new Set(records.map((record) => record['LastUpdateTimestamp'])).size).toBe(2);
    await expect(
      client.send(new DescribeContactCommand({ InstanceId: id, ContactId: 'unknown' })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('stops a call that is still ringing', async () => {
    const { centre, client, dial, id } = await open();
    const stopped: number[] = [];
    centre.part.connect.onRing(customer, (ring) => ring.onStopped(() => void stopped.push(centre.cloud.kernel.now())));
    const { ContactId = '' } = await dial();
    await centre.play(5);
    await client.send(new StopContactCommand({ InstanceId: id, ContactId }));
    await centre.play(100);
    expect(stopped).toHaveLength(1);
    expect(centre.records()).toMatchObject([{ ContactId, DisconnectReason: 'OTHER' }]);
  });

  it('are moved up by UpdateContactRoutingData', async () => {
    const { centre, client, id, flowArn } = await open();
    centre.answerWith(flowArn);
    const first = centre.call('a').call;
    await centre.play(10);
    const second = centre.call('b').call;
    await centre.play(10);
    await client.send(
      new UpdateContactRoutingDataCommand({ InstanceId: id, ContactId: second.contactId, QueuePriority: 1 }),
    );
    await centre.play(1);
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    await centre.play(1);
    expect(lea.phone.contactId).toBe(second.contactId);
    expect(first.ended).toBe(false);
  });
});

describe('reading the instance by API', () => {
  it('gives current metrics by queue', async () => {
    const { centre, client, id, queueArn, flowArn } = await open();
    centre.answerWith(flowArn);
    const metrics = async () => {
      const answer = await client.send(
        new GetCurrentMetricDataCommand({
          InstanceId: id,
          Filters: { Queues: [queueArn], Channels: ['VOICE'] },
          Groupings: ['QUEUE'],
          CurrentMetrics: [
            'AGENTS_AVAILABLE',
            'AGENTS_STAFFED',
            'AGENTS_ON_CONTACT',
            'CONTACTS_IN_QUEUE',
            'OLDEST_CONTACT_AGE',
          ].map((Name) => ({
            Name: Name as 'AGENTS_AVAILABLE',
            Unit: 'COUNT',
          })),
        }),
      );
      expect(answer.MetricResults?.[0]?.Dimensions?.Queue?.Arn).toBe(queueArn);
      return answer.MetricResults?.[0]?.Collections?.map(({ Value }) => Value);
    };
    expect(await metrics()).toEqual([0, 0, 0, 0, 0]);
    centre.call('a');
    centre.call('b');
    await centre.play(10);
    expect(await metrics()).toEqual([0, 0, 0, 2, expect.any(Number)]);
    const lea = centre.agent('lea');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
    });
    lea.phone.setStatus('Available');
    await centre.play(10);
    expect((await metrics())?.slice(0, 4)).toEqual([0, 1, 1, 1]);
  });

  it('answers as things stood before the instant, whatever has just happened in it', async () => {
    const { centre, client, id, queueArn } = await open();
    const available = async () => {
      const answer = await client.send(
        new GetCurrentMetricDataCommand({
          InstanceId: id,
          Filters: { Queues: [queueArn] },
          CurrentMetrics: [{ Name: 'AGENTS_AVAILABLE', Unit: 'COUNT' }],
        }),
      );
      return answer.MetricResults?.[0]?.Collections?.[0]?.Value;
    };
    const lea = centre.agent('lea');
    const seen: unknown[] = [];
    centre.cloud.kernel.after(1000, 'a', () => lea.phone.setStatus('Available'));
    centre.cloud.kernel.after(
      1000,
      'b',
      () => void centre.cloud.kernel.after(0, 'b', async () => void seen.push(await available())),
    );
    centre.cloud.kernel.after(
      1000,
      'c',
      () => void centre.cloud.kernel.after(0, 'zz', async () => void seen.push(await available())),
    );
    centre.cloud.kernel.after(1001, 'd', async () => void seen.push(await available()));
    await centre.play(2);
    expect(seen).toEqual([0, 0, 1]);
  });

  it('lists and describes queues, users and numbers; associates a number with a flow', async () => {
    const { centre, client, id, queueArn, flowArn } = await open();
    const queues = await client.send(new ListQueuesCommand({ InstanceId: id }));
    expect(queues.QueueSummaryList).toMatchObject([{ Name: 'aide', Arn: queueArn, QueueType: 'STANDARD' }]);
    const queue = await client.send(
      new DescribeQueueCommand({ InstanceId: id, QueueId: queueArn.slice(queueArn.lastIndexOf('/') + 1) }),
    );
    expect(queue.Queue).toMatchObject({ Name: 'aide', Status: 'ENABLED' });
    const users = await client.send(new ListUsersCommand({ InstanceId: id }));
    const user = await client.send(new DescribeUserCommand({ InstanceId: id, UserId: users.UserSummaryList?.[0]?.Id }));
    expect(user.User).toMatchObject({ Username: 'lea', PhoneConfig: { AutoAccept: false } });
    const numbers = await client.send(new ListPhoneNumbersV2Command({ TargetArn: centre.instanceArn }));
    const PhoneNumberId = numbers.ListPhoneNumbersSummaryList?.[0]?.PhoneNumberId;
    const number = await client.send(new DescribePhoneNumberCommand({ PhoneNumberId }));
    expect(number.ClaimedPhoneNumberSummary).toMatchObject({
      PhoneNumber: centre.number,
      PhoneNumberStatus: { Status: 'CLAIMED' },
    });
    const before = centre.call('before');
    await centre.play(1);
    expect(before.heard).toMatchObject([{ type: 'ended', by: 'out-of-service' }]);
    expect(centre.part.connect.metricSum('MisconfiguredPhoneNumbers')).toBe(1);
    await client.send(
      new AssociatePhoneNumberContactFlowCommand({
        InstanceId: id,
        PhoneNumberId,
        ContactFlowId: flowArn.slice(flowArn.lastIndexOf('/') + 1),
      }),
    );
    const after = centre.call('after');
    await centre.play(1);
    expect(after.heard).toMatchObject([{ type: 'prompt', text: 'Ici le centre.' }]);
  });
});
