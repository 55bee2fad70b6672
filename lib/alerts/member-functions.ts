import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { AlertTables } from '../data/tables.ts';
import { grantContent, grantJournalWriting, type WebGround } from '../functions/granted.ts';
import { grantLinks } from '../survey/survey-functions.ts';
import type { AlertWeb } from './alert-functions.ts';

export interface MemberFunctions {
  readonly members: HandlerFunction;
  readonly 'member-groups': HandlerFunction;
  readonly 'member-import': HandlerFunction;
  readonly 'member-import-job': HandlerFunction;
}

/** Members of structures: their sheets, their groups, and the files that bring them. */
export function createMemberFunctions(
  scope: Construct,
  ground: WebGround,
  tables: AlertTables,
  { publicUrl }: AlertWeb,
): MemberFunctions {
  const { house, data } = ground;
  const members = new HandlerFunction(scope, 'Members', {
    house,
    alarms: data.alarms,
    name: 'members',
    impact: 'Nobody can be registered at a centre, and nobody’s sheet can be read or changed.',
    timeout: Duration.seconds(20),
  });
  tables.members.grant(members, {
    items: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
    index: ['Query'],
    searchIndex: ['Query'],
  });
  // What sendings keep of a member is forgotten and told with the sheet.
  tables.alerts.grant(members, { items: ['Query', 'BatchWriteItem'] });
  grantLinks(ground, members, 'name');
  data.surveyTables?.links.grant(members, { items: ['BatchWriteItem'] });
  data.messageTables?.messages.grant(members, { items: ['PutItem', 'Query'] });
  grantJournalWriting(ground, members);
  grantContent(ground, members);
  const groups = new HandlerFunction(scope, 'MemberGroups', {
    house,
    alarms: data.alarms,
    name: 'member-groups',
    impact: 'No sending group can be made, shown or removed.',
    timeout: Duration.seconds(20),
  });
  // Who wrote something down, by name.
  tables.structures.grant(members, { items: ['GetItem'] });
  tables.members.grant(groups, { items: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
  grantContent(ground, groups);
  // Forgetting a member takes away the files that may name them.
  data.lists?.grant(members, programmesOf(ground), { removes: true });
  return { members, 'member-groups': groups, ...createImportFunctions(scope, ground, tables, publicUrl) };
}

/** The pages that take a file of members in, and what reads and registers it behind them. */
function createImportFunctions(
  scope: Construct,
  ground: WebGround,
  tables: AlertTables,
  publicUrl: string,
): Pick<MemberFunctions, 'member-import' | 'member-import-job'> {
  const { house, data } = ground;
  const worker = new HandlerFunction(scope, 'MemberImportJob', {
    house,
    alarms: data.alarms,
    name: 'member-import-job',
    impact: 'A file of members is not read or not registered: its people cannot be written to.',
    deadLetters: 'Work on a file of members was given up: it is where it stopped, until its page is asked to go on.',
    timeout: Duration.minutes(15),
    memory: 2048,
  });
  tables.members.grant(worker, { items: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
  data.messageTables?.messages.grant(worker, { items: ['BatchWriteItem'] });
  data.lists?.grant(worker, programmesOf(ground));
  grantJournalWriting(ground, worker);

  const pages = new HandlerFunction(scope, 'MemberImport', {
    house,
    alarms: data.alarms,
    name: 'member-import',
    impact: 'Centres cannot bring their members by a file: each is to be registered by hand.',
    timeout: Duration.seconds(29),
  });
  tables.structures.grant(pages, { items: ['GetItem'] });
  tables.members.grant(pages, { items: ['GetItem', 'Query', 'PutItem'] });
  data.lists?.grant(pages, programmesOf(ground), { awaits: true });
  grantContent(ground, pages);
  pages.setEnvironment(env.publicUrl, publicUrl);
  pages.setEnvironment(env.importFunction, worker.fn.functionName);
  pages.allow(['lambda:InvokeFunction'], [worker.fn.functionArn]);
  return { 'member-import': pages, 'member-import-job': worker };
}

function programmesOf({ house }: WebGround): readonly string[] {
  return house.programmes
    .filter(({ programme }) => programme.alerts !== undefined)
    .map(({ programme }) => programme.name);
}
