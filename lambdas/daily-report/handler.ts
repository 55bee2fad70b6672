import { type DailyPorts, issueDaily } from '../../domain/report/issue-daily.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ReportAnswer, type ReportParts, reportFunction } from '../middleware/report-function.ts';

/** After closing, and on request with `period`, a local day (SAMPS-35). */
export function dailyReportHandler(
  parts: () => Promise<ReportParts<DailyPorts>>,
): FunctionHandler<unknown, ReportAnswer> {
  return reportFunction('daily-report', parts, ({ programme, tick, period }, ports) =>
    issueDaily({ programme, tick, ...(period === undefined ? {} : { day: period }) }, ports),
  );
}
