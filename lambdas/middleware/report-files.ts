import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoReportCatalogue } from '../../adapters/dynamo-report-catalogue.ts';
import { s3ReportsOf } from '../../adapters/s3-reports.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { requireEnv } from './require-env.ts';

/** Apart from the ports that issue reports: the report page must not load what writes workbooks. */
export function catalogueFromEnv() {
  return dynamoReportCatalogue(dynamoClient(), requireEnv(tables.reports.env));
}

export function reportFilesFromEnv() {
  return s3ReportsOf(requireEnv(env.reportBucket));
}
