import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { issuingPortsFromEnv } from '../middleware/report-ports.ts';
import { weeklyReportHandler } from './handler.ts';

export const handler = weeklyReportHandler(
  lazy(() => ({ ports: issuingPortsFromEnv(), programmes: deployedProgrammes(), count: emfMetrics })),
);
