import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { issuingPortsFromEnv } from '../middleware/report-ports.ts';
import { dashboardReportHandler } from './handler.ts';

export const handler = dashboardReportHandler(
  lazy(() => ({ ports: issuingPortsFromEnv(), programmes: deployedProgrammes(), count: emfMetrics })),
);
