import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { SignInPool } from '../web/sign-in-pool.ts';
import type { Ground, WebGround } from './granted.ts';

/** The list of reports, whose links are signed at the click. */
export function createReportPage(scope: Construct, ground: Ground): { readonly 'report-page': HandlerFunction } {
  const { house, data } = ground;
  const reportPage = new HandlerFunction(scope, 'ReportPage', {
    house,
    alarms: data.alarms,
    name: 'report-page',
    impact: 'The client cannot see or open the reports.',
    timeout: Duration.seconds(10),
  });
  data.centreTables.reports.grant(reportPage, { items: ['Query', 'GetItem'] });
  data.reports.grantRead(reportPage, house.deployment.programmes);
  return { 'report-page': reportPage };
}

export function createSignIn(
  scope: Construct,
  ground: WebGround,
  web: { readonly publicUrl: string; readonly signIn: SignInPool },
): { readonly 'sign-in': HandlerFunction } {
  const { house, data } = ground;
  const signIn = new HandlerFunction(scope, 'SignIn', {
    house,
    alarms: data.alarms,
    name: 'sign-in',
    impact: 'Nobody can sign in: the client cannot open reports, agents cannot write wrap-ups.',
    timeout: Duration.seconds(10),
  });
  signIn.setEnvironment(env.publicUrl, web.publicUrl);
  web.signIn.configure(signIn, ['issuer', 'clientId', 'signInUrl']);
  return { 'sign-in': signIn };
}

/** Called before every page and request that is not public: reads the session cookie. */
export function createAuthorizer(scope: Construct, ground: WebGround, signIn: SignInPool): HandlerFunction {
  const authorizer = new HandlerFunction(scope, 'Authorizer', {
    house: ground.house,
    alarms: ground.data.alarms,
    name: 'authorizer',
    impact: 'Everyone is refused: the client cannot open reports, agents cannot write wrap-ups.',
    timeout: Duration.seconds(10),
  });
  signIn.configure(authorizer, ['issuer', 'clientId']);
  // Whose account it is, read at every request: an access that was taken away is so at once.
  ground.data.alertTables?.structures.grant(authorizer, { items: ['GetItem'] });
  return authorizer;
}
