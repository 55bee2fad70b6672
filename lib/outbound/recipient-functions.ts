import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent, grantJournalWriting } from '../functions/granted.ts';

export interface RecipientFunctions {
  readonly 'recipient-lists': HandlerFunction;
  readonly 'recipient-corrections': HandlerFunction;
}

/** The pages by which supervisors keep the register, what works on their lists behind them, and what agents correct (REFLEX-23..25). */
export function createRecipientFunctions(
  scope: Construct,
  ground: Ground,
  publicUrl: string,
): Partial<RecipientFunctions> {
  const { house, data } = ground;
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
  data.tables.people.grant(worker, { items: ['BatchGetItem', 'BatchWriteItem', 'PutItem'] });
  data.identity.grantPseudonyms(worker);
  grantContent(ground, worker);
  grantJournalWriting(ground, worker);
  data.identity.grantPeople(worker, { register: true, read: true });

  const pages = new HandlerFunction(scope, 'RecipientLists', {
    house,
    alarms: data.alarms,
    name: 'recipient-lists',
    impact: 'Supervisors cannot send lists, nor take out of the register someone who must not be called.',
    timeout: Duration.seconds(29),
  });
  lists.grant(pages, programmes, { awaits: true });
  outboundTables.recipients.grant(pages, { items: ['GetItem', 'Query', 'PutItem'] });
  data.identity.grantPseudonyms(pages);
  grantJournalWriting(ground, pages);
  pages.setEnvironment(env.publicUrl, publicUrl);
  pages.setEnvironment(env.importFunction, worker.fn.functionName);
  pages.allow(['lambda:InvokeFunction'], [worker.fn.functionArn]);

  const corrections = new HandlerFunction(scope, 'RecipientCorrections', {
    house,
    alarms: data.alarms,
    name: 'recipient-corrections',
    impact: 'What agents learn of people, a number or an address, does not reach the register nor the client.',
    timeout: Duration.seconds(29),
    memory: 1024,
  });
  outboundTables.recipients.grant(corrections, { items: ['GetItem', 'Query', 'BatchWriteItem'] });
  data.tables.people.grant(corrections, { items: ['BatchGetItem', 'BatchWriteItem', 'PutItem'] });
  data.identity.grantPseudonyms(corrections);
  data.identity.grantPeople(corrections, { register: true, read: true });
  grantContent(ground, corrections);
  grantJournalWriting(ground, corrections);
  return { 'recipient-lists': pages, 'recipient-corrections': corrections };
}
