import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { SignInPool } from '../web/sign-in-pool.ts';
import type { Ground } from './granted.ts';

export interface PageFunctions {
  readonly 'report-page': HandlerFunction;
  readonly 'sign-in': HandlerFunction;
}

/** The pages of the client: signing in, and the list of reports whose links are signed at the click. */
export function createPageFunctions(
  scope: Construct,
  ground: Ground,
  web: { readonly publicUrl: string; readonly signIn: SignInPool },
): PageFunctions {
  const { house, data } = ground;
  const reportPage = new HandlerFunction(scope, 'ReportPage', {
    house,
    alarms: data.alarms,
    name: 'report-page',
    impact: 'The client cannot see or open the reports.',
    timeout: Duration.seconds(10),
  });
  data.tables.reports.grant(reportPage, { items: ['Query', 'GetItem'] });
  data.reports.grantRead(reportPage, house.deployment.programmes);

  const signIn = new HandlerFunction(scope, 'SignIn', {
    house,
    alarms: data.alarms,
    name: 'sign-in',
    impact: 'Nobody can sign in: the client cannot open reports, agents cannot write wrap-ups.',
    timeout: Duration.seconds(10),
  });
  signIn.setEnvironment(env.publicUrl, web.publicUrl);
  web.signIn.configure(signIn, ['issuer', 'clientId', 'signInUrl']);
  return { 'report-page': reportPage, 'sign-in': signIn };
}

/** Called before every page and request that is not public: reads the session cookie. */
export function createAuthorizer(scope: Construct, ground: Ground, signIn: SignInPool): HandlerFunction {
  const authorizer = new HandlerFunction(scope, 'Authorizer', {
    house: ground.house,
    alarms: ground.data.alarms,
    name: 'authorizer',
    impact: 'Everyone is refused: the client cannot open reports, agents cannot write wrap-ups.',
    timeout: Duration.seconds(10),
  });
  signIn.configure(authorizer, ['issuer', 'clientId']);
  return authorizer;
}
