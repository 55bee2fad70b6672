import type { ProvidedResource, ResolvedResource } from '../assembly/resource.ts';
import type { CloudContext } from '../cloud.ts';
import { physicalName } from '../resources/physical-name.ts';
import { PropertyReader } from '../resources/property-reader.ts';
import type { ResourceProviders } from '../resources/provider.ts';
import { nameOf, smsArn } from './arns.ts';
import { providePhoneNumber, providePool, provideSenderId } from './identity-resources.ts';
import type { EventDestination, ProtectStatus } from './model.ts';
import type { SmsWorld } from './world.ts';

/** A provider for every `AWS::SMSVOICE::*` type the stand-in knows. What AWS would approve by hand, days later, is active at once. */
export function smsProviders(world: SmsWorld): ResourceProviders {
  const on = (provide: (world: SmsWorld, resource: ResolvedResource, cloud: CloudContext) => ProvidedResource) => {
    return (resource: ResolvedResource, cloud: CloudContext): ProvidedResource => provide(world, resource, cloud);
  };
  return {
    'AWS::SMSVOICE::ConfigurationSet': on(provideConfigurationSet),
    'AWS::SMSVOICE::OptOutList': on(provideOptOutList),
    'AWS::SMSVOICE::PhoneNumber': on(providePhoneNumber),
    'AWS::SMSVOICE::Pool': on(providePool),
    'AWS::SMSVOICE::ProtectConfiguration': on(provideProtectConfiguration),
    'AWS::SMSVOICE::SenderId': on(provideSenderId),
  };
}

function provideConfigurationSet(world: SmsWorld, resource: ResolvedResource, cloud: CloudContext): ProvidedResource {
  const properties = new PropertyReader(resource).accept(
    'ConfigurationSetName',
    'DefaultSenderId',
    'EventDestinations',
    'ProtectConfigurationId',
    'Tags',
  );
  const name = properties.optionalText('ConfigurationSetName') ?? physicalName(resource);
  const arn = smsArn(cloud, 'configuration-set', name);
  const protect = properties.optionalText('ProtectConfigurationId');
  const destinations = properties.objects('EventDestinations').map(destinationOf);
  if (destinations.length > 5) throw properties.error('EventDestinations', 'at most 5');
  world.configurationSets.set(name, {
    name,
    arn,
    defaultSenderId: properties.optionalText('DefaultSenderId'),
    protectConfigurationId: protect === undefined ? undefined : nameOf(protect),
    destinations,
  });
  return { ref: name, attributes: { Arn: arn } };
}

function destinationOf(properties: PropertyReader): EventDestination {
  properties.accept('EventDestinationName', 'Enabled', 'MatchingEventTypes', 'SnsDestination');
  const eventTypes = properties.texts('MatchingEventTypes');
  if (eventTypes.length === 0) throw properties.error('MatchingEventTypes', 'at least one type, e.g. TEXT_DELIVERED');
  return {
    name: properties.text('EventDestinationName'),
    enabled: properties.flag('Enabled', true),
    eventTypes,
    topicArn: properties.object('SnsDestination').accept('TopicArn').text('TopicArn'),
  };
}

function provideOptOutList(world: SmsWorld, resource: ResolvedResource, cloud: CloudContext): ProvidedResource {
  const properties = new PropertyReader(resource).accept('OptOutListName', 'Tags');
  const name = properties.optionalText('OptOutListName') ?? physicalName(resource);
  const arn = smsArn(cloud, 'opt-out-list', name);
  world.optOutLists.set(name, { name, arn, numbers: new Map(), deletedAt: new Map() });
  return { ref: name, attributes: { Arn: arn } };
}

const statuses: readonly ProtectStatus[] = ['ALLOW', 'BLOCK', 'MONITOR', 'FILTER'];

function provideProtectConfiguration(
  world: SmsWorld,
  resource: ResolvedResource,
  cloud: CloudContext,
): ProvidedResource {
  const properties = new PropertyReader(resource).accept('CountryRuleSet', 'DeletionProtectionEnabled', 'Tags');
  const id = `protect-${physicalName(resource, 40).toLowerCase()}`;
  const arn = smsArn(cloud, 'protect-configuration', id);
  // Rules for voice and media bear on nothing that is sent here.
  const rules = properties.optionalObject('CountryRuleSet')?.accept('SMS', 'VOICE', 'MMS').objects('SMS') ?? [];
  const countries = rules.map((rule): [string, ProtectStatus] => {
    const status = statuses.find((each) => each === rule.optionalText('ProtectStatus'));
    if (status === undefined) throw rule.error('ProtectStatus', statuses.join(', '));
    return [rule.accept('CountryCode', 'ProtectStatus').text('CountryCode'), status];
  });
  world.protectConfigurations.set(id, { id, arn, countries: new Map(countries) });
  return { ref: id, attributes: { Arn: arn, ProtectConfigurationId: id } };
}
