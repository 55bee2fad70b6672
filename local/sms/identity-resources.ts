import type { ProvidedResource, ResolvedResource } from '../assembly/resource.ts';
import type { CloudContext } from '../cloud.ts';
import { derive } from '../kernel/random.ts';
import { physicalName } from '../resources/physical-name.ts';
import { PropertyReader } from '../resources/property-reader.ts';
import { nameOf, smsArn } from './arns.ts';
import { defaultOptOutList } from './origin.ts';
import type { SmsWorld } from './world.ts';

/** Countries where a name of letters and digits may send, and what it may be made of. New Caledonia and France have no long codes. */
const senderNames: Readonly<Record<string, RegExp>> = { FR: /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/ };
const anySender = /^(?=.*[A-Za-z])[A-Za-z0-9_-]{1,11}$/;
const withoutSenders: readonly string[] = ['US', 'CA', 'CN'];
const shortCodesOnly: readonly string[] = ['FR'];
const withoutNumbers: readonly string[] = ['NC'];
const countryPattern = /^[A-Z]{2}$/;

export function provideSenderId(world: SmsWorld, resource: ResolvedResource, cloud: CloudContext): ProvidedResource {
  const properties = new PropertyReader(resource).accept(
    'DeletionProtectionEnabled',
    'IsoCountryCode',
    'SenderId',
    'Tags',
  );
  const country = countryOf(properties);
  const id = properties.text('SenderId');
  if (withoutSenders.includes(country)) throw properties.error('IsoCountryCode', 'a country with sender names');
  if (!(senderNames[country] ?? anySender).test(id))
    throw properties.error('SenderId', '1 to 11 letters and digits, at least one letter, no dash in France');
  const arn = smsArn(cloud, 'sender-id', `${id}/${country}`);
  world.origins.set(arn, { kind: 'sender-id', id, arn, country });
  return { ref: `${id}|${country}`, attributes: { Arn: arn } };
}

export function providePhoneNumber(world: SmsWorld, resource: ResolvedResource, cloud: CloudContext): ProvidedResource {
  const properties = new PropertyReader(resource).accept(
    'DeletionProtectionEnabled',
    'IsoCountryCode',
    'MandatoryKeywords',
    'NumberCapabilities',
    'NumberType',
    'OptionalKeywords',
    'OptOutListName',
    'SelfManagedOptOutsEnabled',
    'Tags',
    'TwoWay',
  );
  const country = countryOf(properties);
  const type = properties.text('NumberType');
  if (withoutNumbers.includes(country)) throw properties.error('IsoCountryCode', 'a country with numbers for messages');
  if (shortCodesOnly.includes(country) && type !== 'SHORT_CODE') throw properties.error('NumberType', 'SHORT_CODE');
  if (!properties.texts('NumberCapabilities').includes('SMS')) throw properties.error('NumberCapabilities', 'SMS');
  properties.object('MandatoryKeywords').accept('HELP', 'STOP');
  const id = `phone-${physicalName(resource, 40).toLowerCase()}`;
  const arn = smsArn(cloud, 'phone-number', id);
  const digits = derive('origination-number', resource.stack, resource.logicalId).replace(/\D/g, '');
  const number = type === 'SHORT_CODE' ? `38${digits.slice(0, 3)}` : `+1900${digits.slice(0, 7)}`;
  const twoWay = properties.optionalObject('TwoWay')?.accept('ChannelArn', 'ChannelRole', 'Enabled');
  world.origins.set(arn, {
    kind: 'phone-number',
    id,
    arn,
    country,
    number,
    optOutList: optOutListOf(world, properties),
    repliesTo: twoWay?.flag('Enabled', false) === true ? twoWay.optionalText('ChannelArn') : undefined,
    selfManaged: properties.flag('SelfManagedOptOutsEnabled', false),
  });
  return { ref: id, attributes: { Arn: arn, PhoneNumberId: id, PhoneNumber: number } };
}

export function providePool(world: SmsWorld, resource: ResolvedResource, cloud: CloudContext): ProvidedResource {
  const properties = new PropertyReader(resource).accept(
    'DeletionProtectionEnabled',
    'MandatoryKeywords',
    'OptOutListName',
    'OriginationIdentities',
    'SharedRoutesEnabled',
    'Tags',
  );
  properties.object('MandatoryKeywords').accept('HELP', 'STOP');
  const identities = properties.texts('OriginationIdentities');
  const unknown = identities.find((arn) => !world.origins.has(arn));
  if (identities.length === 0 || unknown !== undefined)
    throw properties.error(
      'OriginationIdentities',
      `at least one of ${[...world.origins.keys()].join(', ') || 'none'}`,
    );
  const id = `pool-${physicalName(resource, 40).toLowerCase()}`;
  const arn = smsArn(cloud, 'pool', id);
  world.origins.set(arn, {
    kind: 'pool',
    id,
    arn,
    identities,
    optOutList: optOutListOf(world, properties),
    sharedRoutes: properties.flag('SharedRoutesEnabled', false),
  });
  return { ref: id, attributes: { Arn: arn, PoolId: id } };
}

function countryOf(properties: PropertyReader): string {
  const country = properties.text('IsoCountryCode');
  if (!countryPattern.test(country)) throw properties.error('IsoCountryCode', 'two capital letters, e.g. FR');
  return country;
}

function optOutListOf(world: SmsWorld, properties: PropertyReader): string {
  const name = nameOf(properties.optionalText('OptOutListName') ?? defaultOptOutList);
  if (!world.optOutLists.has(name))
    throw properties.error('OptOutListName', `one of ${[...world.optOutLists.keys()].join(', ')}`);
  return name;
}
