import type { ProvidedResource, ResolvedResource } from '../../assembly/resource.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import { instanceOf } from './instance-resource.ts';
import { Properties } from './properties.ts';

/** AWS::Connect::Queue. */
export function provideQueue(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const hours = properties.within('HoursOfOperationArn', () =>
    instance.hours.get(properties.text('HoursOfOperationArn')),
  );
  const outbound = properties.optionalObject('OutboundCallerConfig');
  const numberArn = outbound?.optionalText('OutboundCallerIdNumberArn');
  if (outbound !== undefined && numberArn !== undefined) {
    if (numberArn.includes(':instance/'))
      throw outbound.refuse(
        'OutboundCallerIdNumberArn',
        'the ARN form without the instance: arn:aws:connect:<region>:<account>:phone-number/<id>',
      );
    outbound.within('OutboundCallerIdNumberArn', () => instance.phoneNumbers.get(numberArn));
  }
  const flowArn = outbound?.optionalText('OutboundFlowArn');
  if (outbound !== undefined && flowArn !== undefined)
    outbound.within('OutboundFlowArn', () => instance.flows.get(flowArn));
  for (const arn of properties.texts('QuickConnectArns'))
    properties.within('QuickConnectArns', () => instance.quickConnects.get(arn));
  const queue = properties.within('Name', () =>
    instance.queues.put({
      ...instance.identify('queue', properties.text('Name')),
      hoursArn: hours.arn,
      maxContacts: properties.optionalInteger('MaxContacts', 0, 1_000_000),
      outboundCallerIdNumberArn: numberArn,
      outboundFlowArn: flowArn,
      enabled: properties.choice('Status', ['ENABLED', 'DISABLED'], 'ENABLED') === 'ENABLED',
    }),
  );
  return { ref: queue.arn, attributes: { QueueArn: queue.arn, Type: 'STANDARD' } };
}

/** AWS::Connect::RoutingProfile. */
export function provideRoutingProfile(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  properties.text('Description');
  const queueArn = (holder: Properties, name: string) =>
    holder.within(name, () => instance.queues.get(holder.text(name, 'the ARN of a queue'))).arn;
  const channels = properties.objects('MediaConcurrencies').map((media) => {
    const channel = media.choice('Channel', ['VOICE', 'CHAT', 'TASK', 'EMAIL']);
    media.integer('Concurrency', 1, channel === 'VOICE' ? 1 : 10);
    return channel;
  });
  if (channels.length === 0) throw properties.refuse('MediaConcurrencies', 'at least one channel');
  const queues = properties.objects('QueueConfigs').flatMap((config) => {
    const reference = config.object('QueueReference');
    const entry = {
      queueArn: queueArn(reference, 'QueueArn'),
      priority: config.integer('Priority', 1, 99),
      delaySeconds: config.integer('Delay', 0, 9999),
    };
    return reference.choice('Channel', ['VOICE', 'CHAT', 'TASK', 'EMAIL']) === 'VOICE' ? [entry] : [];
  });
  const profile = properties.within('Name', () =>
    instance.routingProfiles.put({
      ...instance.identify('routingProfile', properties.text('Name')),
      voice: channels.includes('VOICE'),
      defaultOutboundQueueArn: queueArn(properties, 'DefaultOutboundQueueArn'),
      queues,
    }),
  );
  return { ref: profile.arn, attributes: { RoutingProfileArn: profile.arn } };
}

/** AWS::Connect::QuickConnect. */
export function provideQuickConnect(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const config = properties.object('QuickConnectConfig');
  const kind = config.choice('QuickConnectType', ['USER', 'QUEUE', 'PHONE_NUMBER', 'FLOW']);
  const parts = { USER: 'UserConfig', QUEUE: 'QueueConfig', PHONE_NUMBER: 'PhoneConfig', FLOW: 'FlowConfig' } as const;
  const part = config.object(parts[kind]);
  const optional = (name: string, lookup: (arn: string) => { readonly arn: string }): string | undefined => {
    const arn = part.optionalText(name);
    return arn === undefined ? undefined : part.within(name, () => lookup(arn)).arn;
  };
  const quickConnect = properties.within('Name', () =>
    instance.quickConnects.put({
      ...instance.identify('quickConnect', properties.text('Name')),
      kind,
      flowArn: optional('ContactFlowArn', (arn) => instance.flows.get(arn)),
      queueArn: optional('QueueArn', (arn) => instance.queues.get(arn)),
      userArn: optional('UserArn', (arn) => instance.users.get(arn)),
      phoneNumber: part.optionalText('PhoneNumber'),
    }),
  );
  return { ref: quickConnect.arn, attributes: { QuickConnectArn: quickConnect.arn, QuickConnectType: kind } };
}
