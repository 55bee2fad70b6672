import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { metrics } from '../../contracts/metrics.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { issuingPortsFromEnv } from '../middleware/report-ports.ts';
import { dailyReportHandler } from './handler.ts';

export const handler = dailyReportHandler(
  lazy(() => ({
    ports: {
      ...issuingPortsFromEnv(),
      ordersLate: (programme, count) => emfMetrics(metrics.ordersLate, count, programme),
    },
    programmes: deployedProgrammes(),
    count: emfMetrics,
  })),
);
