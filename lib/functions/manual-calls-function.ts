import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent, grantJournalWriting } from './granted.ts';

export interface ManualCallsFunction {
  readonly 'manual-calls': HandlerFunction;
}

/** The calls that people dial with another telephone, where voice is not confirmed (design decision 18). */
export function createManualCalls(scope: Construct, ground: Ground): ManualCallsFunction {
  const { house, data } = ground;
  const calls = new HandlerFunction(scope, 'ManualCalls', {
    house,
    alarms: data.alarms,
    name: 'manual-calls',
    impact: 'Who is to be called from another telephone is not known to agents: those people wait.',
    timeout: Duration.seconds(10),
  });
  data.centreTables.callbacks.grant(calls, { items: ['GetItem', 'PutItem', 'DeleteItem'], index: ['Query'] });
  data.tables.people.grant(calls, { items: ['GetItem'] });
  data.identity.grantPeople(calls, { read: true });
  grantContent(ground, calls);
  grantJournalWriting(ground, calls);
  return { 'manual-calls': calls };
}
