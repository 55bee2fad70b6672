import type { ProvidedResource, ResolvedResource } from '../../assembly/resource.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import { instanceOf } from './instance-resource.ts';
import { Properties } from './properties.ts';

/** AWS::Connect::SecurityProfile. */
export function provideSecurityProfile(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const profile = properties.within('SecurityProfileName', () =>
    instance.securityProfiles.put({
      ...instance.identify('securityProfile', properties.text('SecurityProfileName')),
      permissions: properties.texts('Permissions'),
    }),
  );
  return { ref: profile.arn, attributes: { SecurityProfileArn: profile.arn } };
}

/** AWS::Connect::AgentStatus. `Available` and `Offline` exist in every instance. */
export function provideAgentStatus(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const isEnabled = properties.choice('State', ['ENABLED', 'DISABLED']) === 'ENABLED';
  const type = properties.choice('Type', ['ROUTABLE', 'CUSTOM', 'OFFLINE'], 'CUSTOM');
  const status = properties.within('Name', () => instance.addStatus(properties.text('Name'), type, isEnabled));
  return { ref: status.arn, attributes: { AgentStatusArn: status.arn } };
}

/** AWS::Connect::User. */
export function provideUser(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const username = properties.text('Username');
  if (!/^[\w.@-]{1,100}$/.test(username)) throw properties.refuse('Username', '1 to 100 letters, digits and _ - . @');
  const profile = properties.within('RoutingProfileArn', () =>
    instance.routingProfiles.get(properties.text('RoutingProfileArn')),
  );
  const securityProfiles = properties.texts('SecurityProfileArns');
  if (securityProfiles.length === 0) throw properties.refuse('SecurityProfileArns', 'at least one security profile');
  for (const arn of securityProfiles)
    properties.within('SecurityProfileArns', () => instance.securityProfiles.get(arn));
  const identity = properties.optionalObject('IdentityInfo');
  const voice = voiceSettings(properties);
  const user = properties.within('Username', () =>
    instance.users.put({
      ...instance.identify('user', username),
      firstName: identity?.optionalText('FirstName'),
      lastName: identity?.optionalText('LastName'),
      routingProfileArn: profile.arn,
      securityProfileArns: securityProfiles,
      ...voice,
    }),
  );
  return { ref: user.arn, attributes: { UserArn: user.arn } };
}

/** `PhoneConfig`, or the newer settings per channel; a template may not have both. */
function voiceSettings(properties: Properties): {
  readonly autoAccept: boolean;
  readonly afterContactWorkSeconds: number;
} {
  const phone = properties.optionalObject('PhoneConfig');
  const perChannel = ['AutoAcceptConfigs', 'AfterContactWorkConfigs'].filter(
    (name) => properties.value(name) !== undefined,
  );
  if (phone !== undefined) {
    if (perChannel.length > 0)
      throw properties.refuse('PhoneConfig', `absent when ${perChannel.join(' and ')} are given`);
    return {
      autoAccept: phone.boolean('AutoAccept'),
      afterContactWorkSeconds: phone.optionalInteger('AfterContactWorkTimeLimit', 0, 86_400) ?? 0,
    };
  }
  const ofVoice = (name: string) => properties.objects(name).find((config) => config.text('Channel') === 'VOICE');
  const wrapUp = ofVoice('AfterContactWorkConfigs')?.object('AfterContactWorkConfig');
  return {
    autoAccept: ofVoice('AutoAcceptConfigs')?.boolean('AutoAccept') ?? false,
    afterContactWorkSeconds: wrapUp?.optionalInteger('AfterContactWorkTimeLimit', 0, 86_400) ?? 0,
  };
}
