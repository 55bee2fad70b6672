import type { ScheduleKind } from '../../contracts/schedules.ts';
import { isoInstant } from '../../domain/calendar/local-time.ts';
import type { Programme } from '../../domain/programme/programme.ts';

export interface ReportOrder {
  readonly programme: Programme;
  /** ISO instant UTC with milliseconds. */
  readonly tick: string;
  /** Period asked for by a person: a local day, or an ISO week. Absent from the schedule. */
  readonly period?: string;
}

/**
 * Reads the order of a schedule (contracts/schedules.ts), or of a person who re-issues one `period` by invoking the function with the same shape.
 * Throws naming the field, its value and what is accepted.
 */
export function parseReportOrder(
  event: unknown,
  schedule: ScheduleKind,
  programmes: Readonly<Record<string, Programme>>,
): ReportOrder {
  const fields: Record<string, unknown> =
    typeof event === 'object' && event !== null ? Object.fromEntries(Object.entries(event)) : {};
  const { programme: name, scheduledTime, period } = fields;
  if (fields['schedule'] !== schedule) {
    throw new Error(`Field "schedule" is "${String(fields['schedule'])}"; accepted: ${schedule}`);
  }
  const programme = typeof name === 'string' ? programmes[name] : undefined;
  if (programme === undefined) {
    throw new Error(`Field "programme" is "${String(name)}"; accepted: ${Object.keys(programmes).join(', ')}`);
  }
  const ms = typeof scheduledTime === 'string' && scheduledTime.endsWith('Z') ? Date.parse(scheduledTime) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new Error(
      `Field "scheduledTime" is "${String(scheduledTime)}"; accepted: an ISO instant in UTC, such as 2025-07-04T05:30:00Z`,
    );
  }
  if (period !== undefined && typeof period !== 'string') {
    throw new Error(
      `Field "period" is ${JSON.stringify(period)}; accepted: a day such as 2025-07-04 or a week such as 2025-W27`,
    );
  }
  return { programme, tick: isoInstant(ms), ...(period === undefined ? {} : { period }) };
}
