import { alertWorkbook } from '../../adapters/workbook/alert-workbook.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { membersFromEnv } from '../middleware/member-ports.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { structurePortsFromEnv } from '../middleware/structure-ports.ts';
import { alertStatisticsHandler } from './handler.ts';

export const handler = alertStatisticsHandler(
  lazy(() => ({
    journal: journalFromEnv(),
    content: contentFromEnv(),
    members: membersFromEnv,
    structures: structurePortsFromEnv().structures,
    workbook: alertWorkbook,
    now,
  })),
);
