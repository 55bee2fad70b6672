import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { catalogueFromEnv, reportFilesFromEnv } from '../middleware/report-files.ts';
import { reportPageHandler } from './handler.ts';

export const handler = reportPageHandler(
  lazy(() => ({ reports: catalogueFromEnv(), links: reportFilesFromEnv(), programmes: deployedProgrammes() })),
);
