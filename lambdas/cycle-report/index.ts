import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { campaignsFromEnv } from '../middleware/campaign-ports.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { issuingPortsFromEnv } from '../middleware/report-ports.ts';
import { cycleReportHandler } from './handler.ts';

export const handler = cycleReportHandler(
  lazy(() => ({
    ports: { ...issuingPortsFromEnv(), campaigns: campaignsFromEnv() },
    programmes: deployedProgrammes(),
    count: emfMetrics,
  })),
);
