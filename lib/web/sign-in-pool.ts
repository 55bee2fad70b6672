import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { generalRole } from '../../contracts/alert-routes.ts';
import { env } from '../../contracts/env.ts';
import { roles, routes } from '../../contracts/routes.ts';
import { explain } from '../constructs/explain.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { House } from '../house.ts';

type SignInVariable = 'issuer' | 'clientId' | 'signInUrl';

/** Who may open the pages: accounts made by an administrator, with a second factor (COMMON-20), in groups `<programme>:<role>` or `administrator`. */
export class SignInPool extends Construct {
  /** Base of the hosted sign-in. */
  readonly signInUrl: string;
  readonly #variables: Readonly<Record<SignInVariable, string>>;
  readonly #pool: UserPool;

  constructor(scope: Construct, id: string, props: { readonly house: House; readonly publicUrl: string }) {
    super(scope, id);
    const { house, publicUrl } = props;
    const pool = new UserPool(this, 'Pool', {
      userPoolName: house.name('people'),
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      // Cognito asks the second factor of all or of none: since administrators must have it, everyone does.
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    explain(
      pool,
      'AwsSolutions-COG8',
      'The Plus plan is billed per user and per month; strong passwords and a second factor for all stand in its place.',
    );
    for (const group of [
      ...house.programmes.flatMap(({ programme: { name }, centre }) =>
        centre === undefined ? [] : roles.map((role) => `${name}:${role}`),
      ),
      ...house.programmes.flatMap(({ programme: { name, alerts } }) =>
        alerts === undefined ? [] : [`${name}:${generalRole}`],
      ),
      ...house.programmes.flatMap(({ programme: { name, outbound } }) =>
        (outbound?.referralRules?.cells ?? []).map(({ code }) => `${name}:cell:${code}`),
      ),
      'administrator',
    ]) {
      new CfnUserPoolGroup(this, `Group-${group.replaceAll(':', '-')}`, {
        userPoolId: pool.userPoolId,
        groupName: group,
      });
    }
    const client = this.#client(pool, publicUrl);
    const domain: UserPoolDomain = pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: house.name(house.deployment.account) },
    });
    this.#pool = pool;
    this.signInUrl = domain.baseUrl();
    this.#variables = {
      issuer: pool.userPoolProviderUrl,
      clientId: client.userPoolClientId,
      signInUrl: this.signInUrl,
    };
  }

  configure(handler: HandlerFunction, variables: readonly SignInVariable[]): void {
    for (const variable of variables) {
      handler.setEnvironment(env[variable], this.#variables[variable]);
    }
  }

  /** Inviting people by e-mail, and taking their account away (COMMON-20: nobody signs up alone). */
  grantAccounts(handler: HandlerFunction): void {
    handler.setEnvironment(env.userPool, this.#pool.userPoolId);
    const actions = ['AdminCreateUser', 'AdminDisableUser', 'AdminEnableUser'];
    handler.allow(
      actions.map((action) => `cognito-idp:${action}`),
      [this.#pool.userPoolArn],
    );
  }

  /** The pages' client: authorization code with PKCE, no secret to keep. */
  #client(pool: UserPool, publicUrl: string): UserPoolClient {
    return pool.addClient('Pages', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${publicUrl}${routes.signInReturn.path}`],
        logoutUrls: [`${publicUrl}${routes.signIn.path}`],
      },
      // The ID token is the session (design decision 19): a working day, at most 12 h (COMMON-20).
      idTokenValidity: Duration.hours(10),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(10),
    });
  }
}
