import { dynamoAlertFigures } from '../../adapters/dynamo-alert-figures.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { alertWorkbook } from '../../adapters/workbook/alert-workbook.ts';
import { tables } from '../../contracts/tables.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { membersFromEnv } from '../middleware/member-ports.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { structurePortsFromEnv } from '../middleware/structure-ports.ts';
import { alertStatisticsHandler } from './handler.ts';

export const handler = alertStatisticsHandler(
  lazy(() => ({
    journal: journalFromEnv(),
    content: contentFromEnv(),
    members: membersFromEnv,
    book: (scope: StructureScope) => dynamoAlertFigures(dynamoClient(), requireEnv(tables.alerts.env), scope),
    structures: structurePortsFromEnv().structures,
    workbook: alertWorkbook,
    now,
  })),
);
