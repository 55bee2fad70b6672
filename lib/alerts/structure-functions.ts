import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { AlertTables } from '../data/tables.ts';
import { grantJournalWriting, type WebGround } from '../functions/granted.ts';
import type { AlertWeb } from './alert-functions.ts';

export interface StructureFunctions {
  readonly 'alert-home': HandlerFunction;
  readonly structures: HandlerFunction;
}

/** The home page and the notice; structures and who may act in them. */
export function createStructureFunctions(
  scope: Construct,
  ground: WebGround,
  tables: AlertTables,
  { signIn }: AlertWeb,
): StructureFunctions {
  const { house, data } = ground;
  const home = new HandlerFunction(scope, 'AlertHome', {
    house,
    alarms: data.alarms,
    name: 'alert-home',
    impact: 'Referents of the centres do not see the page from which they go to all others.',
    timeout: Duration.seconds(10),
  });
  const structures = new HandlerFunction(scope, 'Structures', {
    house,
    alarms: data.alarms,
    name: 'structures',
    impact: 'No structure and no access to its pages can be created or taken away.',
    timeout: Duration.seconds(10),
  });
  tables.structures.grant(structures, { items: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] });
  grantJournalWriting(ground, structures);
  signIn.grantAccounts(structures);
  return { 'alert-home': home, structures };
}
