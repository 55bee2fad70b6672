import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent, grantIds } from './granted.ts';

export interface SupervisionFunctions {
  readonly 'live-board': HandlerFunction;
  readonly settings: HandlerFunction;
}

/** The figures of the day as they grow, for supervisors and the client, which reads and writes nothing (COMMON-44); and what supervisors change (SAMPS-40). */
export function createSupervision(scope: Construct, ground: Ground): SupervisionFunctions {
  const { house, data, instance } = ground;
  const board = new HandlerFunction(scope, 'LiveBoard', {
    house,
    alarms: data.alarms,
    name: 'live-board',
    impact: 'Supervisors and the client do not see the figures of the day as they grow.',
    // The journal of a few days.
    timeout: Duration.seconds(15),
    memory: 1024,
  });
  grantIds(scope, ground, board);
  grantContent(ground, board);
  data.tables.journal.grant(board, { items: ['Query'] });
  data.centreTables.callbacks.grant(board, { index: ['Query'] });
  data.centreTables.presence.grant(board, { items: ['GetItem'] });
  board.allowUnder(
    ['connect:GetCurrentMetricData'],
    instance.instanceArn,
    '/queue/*',
    'Functions exist before queues: any queue of this instance.',
  );
  const settings = new HandlerFunction(scope, 'Settings', {
    house,
    alarms: data.alarms,
    name: 'settings',
    impact: 'Supervisors cannot change hours, messages, motives or objectives; those in force go on.',
    timeout: Duration.seconds(10),
  });
  data.tables.content.grant(settings, { items: ['Query', 'PutItem'] });
  return { 'live-board': board, settings };
}
