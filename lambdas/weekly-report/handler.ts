import type { DailyPorts } from '../../domain/report/issue-daily.ts';
import { issueWeekly } from '../../domain/report/issue-weekly.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ReportAnswer, type ReportParts, reportFunction } from '../middleware/report-function.ts';

/** On Monday morning, and on request with `period`, an ISO week (SAMPS-36). */
export function weeklyReportHandler(
  parts: () => Promise<ReportParts<DailyPorts>>,
): FunctionHandler<unknown, ReportAnswer> {
  return reportFunction('weekly-report', parts, ({ programme, tick, period }, ports) =>
    issueWeekly({ programme, tick, ...(period === undefined ? {} : { week: period }) }, ports),
  );
}
