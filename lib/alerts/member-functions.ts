import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { AlertTables } from '../data/tables.ts';
import { grantContent, grantJournalWriting, type WebGround } from '../functions/granted.ts';

export interface MemberFunctions {
  readonly members: HandlerFunction;
  readonly 'member-groups': HandlerFunction;
}

/** Members of structures: their sheets, their groups, and the files that bring them. */
export function createMemberFunctions(scope: Construct, ground: WebGround, tables: AlertTables): MemberFunctions {
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
  });
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
  tables.members.grant(groups, { items: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
  grantContent(ground, groups);
  return { members, 'member-groups': groups };
}
