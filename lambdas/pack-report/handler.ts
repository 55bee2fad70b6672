import type { DashboardPorts } from '../../domain/dashboard/issue-dashboard.ts';
import { issuePack } from '../../domain/dashboard/issue-pack.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ReportAnswer, type ReportParts, reportFunction } from '../middleware/report-function.ts';

/** On Monday morning, and on request with `period`, an ISO week (ARS-34). */
export function packReportHandler(
  parts: () => Promise<ReportParts<DashboardPorts>>,
): FunctionHandler<unknown, ReportAnswer> {
  return reportFunction('pack-report', parts, ({ programme, tick, period }, ports) =>
    issuePack({ programme, tick, ...(period === undefined ? {} : { week: period }) }, ports),
  );
}
