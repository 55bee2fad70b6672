import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { Ground } from '../functions/granted.ts';

export interface RecipientFunctions {
  readonly 'recipient-lists': HandlerFunction;
}

/** The pages by which supervisors keep the register, and what reads and writes their lists behind them (REFLEX-23, REFLEX-25). */
export function createRecipientFunctions(
  scope: Construct,
  { house, data }: Ground,
  publicUrl: string,
): Partial<RecipientFunctions> {
  const { outboundTables, lists } = data;
  if (outboundTables === undefined || lists === undefined) {
    return {};
  }
  const own = house.programmes.filter(({ programme }) => programme.outbound !== undefined);
  const programmes = own.map(({ programme }) => programme.name);

  const worker = new HandlerFunction(scope, 'RecipientImport', {
    house,
    alarms: data.alarms,
    name: 'recipient-import',
    impact: 'A list that was sent is not read or not registered: people of the list are not called.',
    deadLetters: 'Work on a list was given up: it is where it stopped, until its page is asked to go on.',
    timeout: Duration.minutes(15),
    memory: 2048,
  });
  lists.grant(worker, programmes);
  outboundTables.recipients.grant(worker, { items: ['GetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
  data.tables.people.grant(worker, { items: ['BatchGetItem', 'BatchWriteItem'] });
  data.identity.grantPseudonyms(worker);
  data.identity.grantPeople(worker, { register: true, read: true });

  const pages = new HandlerFunction(scope, 'RecipientLists', {
    house,
    alarms: data.alarms,
    name: 'recipient-lists',
    impact: 'Supervisors cannot send lists, nor take out of the register someone who must not be called.',
    timeout: Duration.seconds(29),
  });
  lists.grant(pages, programmes);
  outboundTables.recipients.grant(pages, { items: ['GetItem', 'Query', 'PutItem'] });
  data.identity.grantPseudonyms(pages);
  pages.setEnvironment(env.publicUrl, publicUrl);
  pages.setEnvironment(env.importFunction, worker.fn.functionName);
  pages.allow(['lambda:InvokeFunction'], [worker.fn.functionArn]);
  return { 'recipient-lists': pages };
}
