import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DescribeContactCommand,
  DisassociatePhoneNumberContactFlowCommand,
  GetCurrentMetricDataCommand,
  StartOutboundVoiceContactCommand,
  StopContactCommand,
} from '@aws-sdk/client-connect';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { connectContacts } from '../../../adapters/connect-contacts.ts';
import { connectDialler } from '../../../adapters/connect-dialler.ts';
import { connectLoad } from '../../../adapters/connect-load.ts';
import { connectMetrics } from '../../../adapters/connect-metrics.ts';
import { connectNumbers } from '../../../adapters/connect-numbers.ts';
import { readRegistry } from '../../../adapters/ssm-registry.ts';
import type { Registry } from '../../../contracts/registry.ts';

const connect = mockClient(ConnectClient);
const ssm = mockClient(SSMClient);
beforeEach(() => {
  connect.reset();
  ssm.reset();
});

const instanceArn = 'arn:aws:connect:eu-central-1:000000000000:instance/i-1';
const registry: Registry = {
  instanceId: 'i-1',
  instanceArn,
  queues: { 'samps-bourses': `${instanceArn}/queue/q-1` },
  flows: { 'samps/rappel-sortant': `${instanceArn}/contact-flow/f-1` },
  numbers: { '+687250000': 'samps' },
};
const order = {
  programme: 'samps',
  e164: '+687251234',
  queue: 'samps-bourses',
  token: 'cb-u1-1',
  ringSeconds: 30,
  attributes: { scheme: 'BOURSES', attemptId: 'cb-u1-1' },
};
const named = (name: string) => Object.assign(new Error(name), { name });

describe('dials', () => {
  const dialler = () => connectDialler(new ConnectClient({}), registry);

  it('asks Connect with the attempt as token and attribute, from the queue of the scheme', async () => {
    connect.on(StartOutboundVoiceContactCommand).resolves({ ContactId: 'c-1' });
    expect(await dialler().dial(order)).toEqual({ type: 'dialled', contactId: 'c-1' });
    expect(connect.commandCalls(StartOutboundVoiceContactCommand)[0]?.args[0].input).toEqual({
      InstanceId: 'i-1',
      ContactFlowId: 'f-1',
      QueueId: 'q-1',
      DestinationPhoneNumber: '+687251234',
      ClientToken: 'cb-u1-1',
      RingTimeoutInSeconds: 30,
      Attributes: order.attributes,
    });
  });

  it.each([
    ['TooManyRequestsException', 'throttled'],
    ['LimitExceededException', 'throttled'],
    ['DestinationNotAllowedException', 'refused'],
    ['OutboundContactNotPermittedException', 'refused'],
  ])('%s is %s', async (name, type) => {
    connect.on(StartOutboundVoiceContactCommand).rejects(named(name));
    expect(await dialler().dial(order)).toEqual({ type });
  });

  it('throws other faults, and names a queue that the registry does not have', async () => {
    connect.on(StartOutboundVoiceContactCommand).rejects(named('InternalServiceException'));
    await expect(dialler().dial(order)).rejects.toThrow('InternalServiceException');
    await expect(dialler().dial({ ...order, queue: 'nowhere' })).rejects.toThrow(
      'no queue "nowhere"; accepted: samps-bourses',
    );
  });
});

describe('queues now', () => {
  it('counts an agent of many queues once, and waiting contacts in all', async () => {
    const result = (available: number, waiting: number) => ({
      Collections: [
        { Metric: { Name: 'AGENTS_AVAILABLE' as const }, Value: available },
        { Metric: { Name: 'CONTACTS_IN_QUEUE' as const }, Value: waiting },
      ],
    });
    connect
      .on(GetCurrentMetricDataCommand)
      .resolves({ MetricResults: [result(2, 1), result(3, 0), { Collections: [] }] });
    const state = await connectMetrics(new ConnectClient({}), registry).now(['samps-bourses']);
    expect(state).toEqual({ agentsAvailable: 3, contactsWaiting: 1 });
  });
});

describe('contacts', () => {
  const contacts = () => connectContacts(new ConnectClient({}), 'i-1');

  it('gives instants on whole seconds, as records do, and asks once about a contact that has ended', async () => {
    connect.on(DescribeContactCommand).resolves({
      Contact: {
        Id: 'c',
        InitiationMethod: 'INBOUND',
        InitiationTimestamp: new Date('2025-07-04T00:00:01.900Z'),
        DisconnectTimestamp: new Date('2025-07-04T00:01:02.100Z'),
      },
    });
    const port = contacts();
    const described = {
      contactId: 'c',
      initialContactId: 'c',
      initiation: 'INBOUND',
      initiatedAt: '2025-07-04T00:00:01.000Z',
      disconnectedAt: '2025-07-04T00:01:02.000Z',
    };
    expect(await port.describe('c')).toEqual(described);
    expect(await port.describe('c')).toEqual(described);
    expect(connect.commandCalls(DescribeContactCommand)).toHaveLength(1);
  });

  it('an unknown contact is undefined, and one that has ended is stopped already', async () => {
    connect.on(DescribeContactCommand).rejects(named('ResourceNotFoundException'));
    connect.on(StopContactCommand).rejects(named('ContactNotFoundException'));
    expect(await contacts().describe('c')).toBeUndefined();
    await contacts().stop('c');
    connect.on(StopContactCommand).rejects(named('AccessDeniedException'));
    await expect(contacts().stop('c')).rejects.toThrow('AccessDenied');
  });
});

describe('numbers and the registry', () => {
  it('associates a number, and frees one that is already gone', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).resolves({});
    connect.on(DisassociatePhoneNumberContactFlowCommand).rejects(named('ResourceNotFoundException'));
    const numbers = connectNumbers(new ConnectClient({}));
    await numbers.associate({ instanceId: 'i-1', phoneNumberId: 'n-1', contactFlowId: 'f-1' });
    await numbers.disassociate({ instanceId: 'i-1', phoneNumberId: 'n-1' });
    expect(connect.commandCalls(AssociatePhoneNumberContactFlowCommand)).toHaveLength(1);
  });

  it('reads the registry, and names a parameter that is not one', async () => {
    ssm.on(GetParameterCommand).resolves({ Parameter: { Value: JSON.stringify(registry) } });
    expect(await readRegistry('/p', new SSMClient({}))).toEqual(registry);
    ssm.on(GetParameterCommand).resolves({ Parameter: { Value: '{"queues":{}}' } });
    await expect(readRegistry('/p', new SSMClient({}))).rejects.toThrow('Parameter "/p" is not a registry');
  });
});

describe('the load of the centre', () => {
  const load = () => connectLoad(new ConnectClient({}), registry).now(['samps-bourses']);

  it.each(['TooManyRequestsException', 'ThrottlingException'])(
    '%s is no fault: another run asks again',
    async (name) => {
      connect.on(GetCurrentMetricDataCommand).rejects(named(name));
      expect(await load()).toBe('throttled');
    },
  );

  it('ARS-42: says who is free in each queue; a queue that Connect leaves out has nobody', async () => {
    const queues = {
      all: `${instanceArn}/queue/q-1`,
      health: `${instanceArn}/queue/q-2`,
      closed: `${instanceArn}/queue/q-3`,
    };
    const free = (Id: string, Value: number) => ({
      Dimensions: { Queue: { Id } },
      Collections: [{ Metric: { Name: 'AGENTS_AVAILABLE' as const }, Value }],
    });
    connect.on(GetCurrentMetricDataCommand).resolves({ MetricResults: [free('q-2', 2), free('q-1', 7)] });
    const centre = connectLoad(new ConnectClient({}), { ...registry, queues });
    expect(await centre.now(['all', 'health', 'closed'])).toMatchObject({
      agentsAvailable: 7,
      availableIn: { all: 7, health: 2, closed: 0 },
    });
  });

  it('throws other faults', async () => {
    connect.on(GetCurrentMetricDataCommand).rejects(named('AccessDeniedException'));
    await expect(load()).rejects.toThrow('AccessDeniedException');
  });
});
