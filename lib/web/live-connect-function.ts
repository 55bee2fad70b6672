import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { Ground } from '../functions/granted.ts';
import type { SignInPool } from './sign-in-pool.ts';

/** Takes the connections of live pages. */
export function createLiveConnect(scope: Construct, ground: Ground, signIn: SignInPool): HandlerFunction {
  const { house, data, publicUrl } = ground;
  const connect = new HandlerFunction(scope, 'LiveConnect', {
    house,
    alarms: data.alarms,
    name: 'live-connect',
    impact:
      'Pages of supervisors and clients show what was true when they were opened, and say that they are not live.',
    timeout: Duration.seconds(10),
  });
  data.centreTables.connections.grant(connect, { items: ['PutItem', 'DeleteItem'] });
  connect.setEnvironment(env.publicUrl, publicUrl);
  signIn.configure(connect, ['issuer', 'clientId']);
  return connect;
}
