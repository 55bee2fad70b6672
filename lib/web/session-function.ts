import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { explain } from '../constructs/explain.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, setInstance } from '../functions/granted.ts';

/** Who is signed in, and where the softphone is: the first thing each page asks. */
export function createSession(scope: Construct, ground: Ground): { readonly session: HandlerFunction } {
  const { house, data, instance } = ground;
  const session = new HandlerFunction(scope, 'Session', {
    house,
    alarms: data.alarms,
    name: 'session',
    impact: 'Nobody can open the desk or the supervision: agents stay without their script and their forms.',
    timeout: Duration.seconds(10),
  });
  setInstance(ground, session);
  session.allow(['connect:DescribeInstance'], [instance.instanceArn]);
  // Connect describes an instance to whoever may also see directories (service authorization reference, DescribeInstance).
  session.allow(['ds:DescribeDirectories'], ['*']);
  explain(session, 'AwsSolutions-IAM5[Resource::*]', 'DescribeDirectories knows no resources: it accepts only *.');
  return { session };
}
