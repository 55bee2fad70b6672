import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { issuingPortsFromEnv } from '../middleware/report-ports.ts';
import { packReportHandler } from './handler.ts';

export const handler = packReportHandler(
  lazy(() => ({ ports: issuingPortsFromEnv(), programmes: deployedProgrammes(), count: emfMetrics })),
);
