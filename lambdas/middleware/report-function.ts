import { metrics } from '../../contracts/metrics.ts';
import type { ScheduleKind } from '../../contracts/schedules.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Issued } from '../../domain/report/issue-daily.ts';
import { type FunctionHandler, functionHandler } from './function-handler.ts';
import { log } from './log.ts';
import { parseReportOrder, type ReportOrder } from './report-order.ts';

export interface ReportParts<Ports> {
  readonly ports: Ports;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly count: (metric: string, value: number, programme: string) => void;
}

/** What a report function answers to whoever invokes it. */
export interface ReportAnswer {
  readonly issued: readonly {
    readonly period: string;
    readonly number: number;
    readonly state: string;
    readonly key: string;
  }[];
  readonly nothingBecause?: string;
}

/** A function that issues reports when its schedule is due. A failure is counted, so that its alarm names who suffers, then retried. */
export function reportFunction<Ports>(
  name: ScheduleKind & `${string}-report`,
  parts: () => Promise<ReportParts<Ports>>,
  issue: (order: ReportOrder, ports: Ports) => Promise<Issued>,
): FunctionHandler<unknown, ReportAnswer> {
  return functionHandler(name, async (event) => {
    const { ports, programmes, count } = await parts();
    const order = parseReportOrder(event, name, programmes);
    try {
      const { issues, nothingBecause } = await issue(order, ports);
      const issued = issues.map(({ period, number, state, key }) => ({ period, number, state, key }));
      log('info', `${name} done`, {
        programme: order.programme.name,
        tick: order.tick,
        issued: issued.map(({ key }) => key).join(' '),
        nothingBecause,
      });
      return { issued, ...(nothingBecause === undefined ? {} : { nothingBecause }) };
    } catch (error) {
      count(metrics.reportFailures, 1, order.programme.name);
      throw error;
    }
  });
}
