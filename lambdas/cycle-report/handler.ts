import { type CyclePorts, issueCycles } from '../../domain/cycle-report/issue-cycles.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ReportAnswer, type ReportParts, reportFunction } from '../middleware/report-function.ts';

/** Each hour: the progress of the cycles of calls in hand, and the report and proof of those that have ended (REFLEX-32). */
export function cycleReportHandler(
  parts: () => Promise<ReportParts<CyclePorts>>,
): FunctionHandler<unknown, ReportAnswer> {
  return reportFunction('cycle-report', parts, ({ programme, tick }, ports) => issueCycles({ programme, tick }, ports));
}
