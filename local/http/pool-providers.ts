import type { CloudContext } from '../cloud.ts';
import { derive, deriveUuid } from '../kernel/random.ts';
import type { PublicAddresses } from '../public-addresses.ts';
import { PropertyReader } from '../resources/property-reader.ts';
import type { ResourceProviders } from '../resources/provider.ts';
import { Issuer } from './issuer.ts';
import type { UserPool } from './pool-model.ts';
import { poolStandIn } from './pool-stand-in.ts';
import type { PublicSite } from './public-site.ts';
import type { SigningKey } from './signing-key.ts';

/** Passwords, second factors, recovery and mails mean nothing to the local issuer, which asks only who one is. */
const ignoredOfPool = [
  ...[
    'AccountRecoverySetting',
    'AdminCreateUserConfig',
    'AliasAttributes',
    'AutoVerifiedAttributes',
    'DeletionProtection',
  ],
  ...['EmailVerificationMessage', 'EmailVerificationSubject', 'EnabledMfas', 'MfaConfiguration', 'Policies', 'Schema'],
  ...['SmsVerificationMessage', 'UserAttributeUpdateSettings', 'UserPoolAddOns', 'UserPoolName', 'UserPoolTags'],
  ...['UserPoolTier', 'UsernameAttributes', 'UsernameConfiguration', 'VerificationMessageTemplate'],
];
const ignoredOfClient = [
  ...[
    'AllowedOAuthFlowsUserPoolClient',
    'AuthSessionValidity',
    'ClientName',
    'EnableTokenRevocation',
    'ExplicitAuthFlows',
  ],
  ...[
    'PreventUserExistenceErrors',
    'ReadAttributes',
    'RefreshTokenValidity',
    'SupportedIdentityProviders',
    'WriteAttributes',
  ],
];

/** `AWS::Cognito::*` of user pools; each becomes an issuer under `<site>/_issuer/<pool id>`. */
export function poolProviders(
  cloud: CloudContext,
  site: PublicSite,
  url: string,
  addresses: PublicAddresses,
  key: SigningKey,
): {
  readonly providers: ResourceProviders;
  readonly pools: Map<string, UserPool>;
  readonly issuers: Map<string, Issuer>;
} {
  const pools = new Map<string, UserPool>();
  const issuers = new Map<string, Issuer>();
  const poolOf = (properties: PropertyReader): UserPool => {
    const pool = pools.get(properties.text('UserPoolId'));
    if (pool === undefined) throw properties.error('UserPoolId', [...pools.keys()].join(', ') || 'a pool made before');
    return pool;
  };
  cloud.standIns.register('cognito-idp', poolStandIn(pools));
  const providers: ResourceProviders = {
    'AWS::Cognito::UserPool': (resource) => {
      new PropertyReader(resource).accept(...ignoredOfPool);
      const id = `${cloud.region}_${derive('user-pool', resource.stack, resource.logicalId).slice(0, 9)}`;
      const pool: UserPool = {
        id,
        groups: new Set(),
        clients: new Map(),
        users: [...cloud.settings.users],
        disabled: new Set(),
      };
      const issuer = new Issuer(cloud, pool, key, `${url}/_issuer/${id}`);
      pools.set(id, pool);
      issuers.set(id, issuer);
      site.mount(`/_issuer/${id}`, (request, response, path) => issuer.answer(request, response, path));
      addresses.add(`https://cognito-idp.${cloud.region}.amazonaws.com/${id}`, issuer.url);
      const arn = `arn:${cloud.partition}:cognito-idp:${cloud.region}:${cloud.account}:userpool/${id}`;
      const ProviderName = `cognito-idp.${cloud.region}.amazonaws.com/${id}`;
      return { ref: id, attributes: { Arn: arn, UserPoolId: id, ProviderName, ProviderURL: issuer.url } };
    },
    'AWS::Cognito::UserPoolGroup': (resource) => {
      const properties = new PropertyReader(resource).accept('Description', 'GroupName', 'Precedence', 'UserPoolId');
      const name = properties.text('GroupName');
      poolOf(properties).groups.add(name);
      return { ref: name, attributes: {} };
    },
    'AWS::Cognito::UserPoolClient': (resource) => {
      const properties = new PropertyReader(resource).accept(
        'AccessTokenValidity',
        'AllowedOAuthFlows',
        'AllowedOAuthScopes',
        'CallbackURLs',
        'GenerateSecret',
        'IdTokenValidity',
        'LogoutURLs',
        'TokenValidityUnits',
        'UserPoolId',
        ...ignoredOfClient,
      );
      const flows = properties.texts('AllowedOAuthFlows');
      if (flows.some((flow) => flow !== 'code')) throw properties.error('AllowedOAuthFlows', 'code');
      const id = derive('pool-client', resource.stack, resource.logicalId).slice(0, 26);
      const units = properties.optionalObject('TokenValidityUnits');
      const secret = properties.flag('GenerateSecret', false)
        ? { secret: deriveUuid('client-secret', cloud.seed, id) }
        : {};
      poolOf(properties).clients.set(id, {
        id,
        ...secret,
        callbackUrls: properties.texts('CallbackURLs').map((one) => addresses.localize(one)),
        logoutUrls: properties.texts('LogoutURLs').map((one) => addresses.localize(one)),
        scopes: properties.texts('AllowedOAuthScopes'),
        idTokenSeconds: validity(properties, units, 'IdToken'),
        accessTokenSeconds: validity(properties, units, 'AccessToken'),
      });
      return {
        ref: id,
        attributes: { ClientId: id, Name: id, ...(secret.secret === undefined ? {} : { ClientSecret: secret.secret }) },
      };
    },
    'AWS::Cognito::UserPoolDomain': (resource) => {
      const properties = new PropertyReader(resource).accept('Domain', 'ManagedLoginVersion', 'UserPoolId');
      const domain = properties.text('Domain');
      const issuer = issuers.get(poolOf(properties).id);
      if (issuer !== undefined) addresses.add(`https://${domain}.auth.${cloud.region}.amazoncognito.com`, issuer.url);
      return { ref: domain, attributes: {} };
    },
  };
  return { providers, pools, issuers };
}

const secondsOf: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Validity in seconds; Cognito's default is one hour, its default unit the hour. */
function validity(properties: PropertyReader, units: PropertyReader | undefined, token: string): number {
  const unit = units?.optionalText(token) ?? 'hours';
  const seconds = secondsOf[unit];
  if (seconds === undefined) throw properties.error('TokenValidityUnits', Object.keys(secondsOf).join(', '));
  return properties.number(`${token}Validity`, 3600 / seconds) * seconds;
}
