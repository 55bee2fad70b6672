import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent, grantIds } from './granted.ts';

export interface LiveBoardFunction {
  readonly 'live-board': HandlerFunction;
}

/** The figures of the day as they grow, for supervisors and the client (COMMON-44). Reads; writes nothing. */
export function createLiveBoard(scope: Construct, ground: Ground): LiveBoardFunction {
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
  return { 'live-board': board };
}
