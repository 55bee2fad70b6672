import {
  AssociatePhoneNumberContactFlowCommand,
  DescribeContactCommand,
  DescribePhoneNumberCommand,
  DescribeQueueCommand,
  DescribeUserCommand,
  GetContactAttributesCommand,
  GetCurrentMetricDataCommand,
  ListPhoneNumbersV2Command,
  ListQueuesCommand,
  ListUsersCommand,
  StopContactCommand,
  UpdateContactAttributesCommand,
  UpdateContactRoutingDataCommand,
} from '@aws-sdk/client-connect';
import { afterEach, describe, expect, it } from 'vitest';
import { closeCentre, customer, open } from './support/api-centre.ts';

afterEach(closeCentre);

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
