import { type DashboardPorts, issueDashboards } from '../../domain/dashboard/issue-dashboard.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ReportAnswer, type ReportParts, reportFunction } from '../middleware/report-function.ts';

/** Each evening, and on request with `period`, a local day (ARS-23..33). */
export function dashboardReportHandler(
  parts: () => Promise<ReportParts<DashboardPorts>>,
): FunctionHandler<unknown, ReportAnswer> {
  return reportFunction('dashboard-report', parts, ({ programme, tick, period }, ports) =>
    issueDashboards({ programme, tick, ...(period === undefined ? {} : { day: period }) }, ports),
  );
}
