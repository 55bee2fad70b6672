import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { OutboundTables } from '../data/tables.ts';
import { type Ground, grantContent } from '../functions/granted.ts';

export interface ScriptFunction {
  readonly 'call-script': HandlerFunction;
}

/** What agents say to people about their files, once they know whom they talk with (SAMPS-31, SAMPS-34). Reads; writes nothing. */
export function createScriptFunction(scope: Construct, ground: Ground, tables: OutboundTables): ScriptFunction {
  const { house, data } = ground;
  const script = new HandlerFunction(scope, 'CallScript', {
    house,
    alarms: data.alarms,
    name: 'call-script',
    impact: 'Agents call people about their files and cannot see what to tell them.',
    timeout: Duration.seconds(10),
  });
  tables.campaigns.grant(script, { items: ['Query'] });
  grantContent(ground, script);
  data.tables.people.grant(script, { items: ['BatchGetItem'] });
  data.identity.grantPeople(script, { read: true });
  return { 'call-script': script };
}
