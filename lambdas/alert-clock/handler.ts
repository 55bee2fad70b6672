import { metrics } from '../../contracts/metrics.ts';
import type { ScheduledEvent } from '../../contracts/schedules.ts';
import type { AlertClockPorts } from '../../domain/alert/clock-ports.ts';
import { runAlertClock } from '../../domain/alert/run-alert-clock.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';

export interface AlertClockParts {
  readonly portsOf: (programme: string) => AlertClockPorts;
  readonly count: (metric: string, value: number, programme: string) => void;
  readonly now: () => string;
}

/** Each minute: messages whose moment came, and reminders of dates, go to the messaging engine. */
export function alertClockHandler(parts: () => Promise<AlertClockParts>): FunctionHandler<ScheduledEvent, void> {
  return functionHandler('alert-clock', async ({ schedule, programme }) => {
    if (schedule !== 'alert-tick') {
      throw new Error(`Woken by schedule "${schedule}"; accepted: alert-tick`);
    }
    const { portsOf, count, now } = await parts();
    const at = now();
    const { alerts, reminders, faults, dueSince } = await runAlertClock({ programme, at }, portsOf(programme));
    if (alerts + reminders > 0) {
      log('info', 'alert-clock: handed over', { programme, alerts, reminders });
    }
    if (dueSince !== undefined) {
      count(metrics.alertsLate, Math.floor((Date.parse(at) - Date.parse(dueSince)) / 60_000), programme);
    }
    if (faults.length > 0) {
      throw new AggregateError(faults, `${faults.length} messages or reminders failed: ${String(faults[0])}`);
    }
  });
}
