import type { Programme } from '../../domain/programme/programme.ts';
import { type RetentionPorts, runRetention } from '../../domain/retention/run-retention.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import { parseReportOrder } from '../middleware/report-order.ts';

export interface RetentionClockParts {
  readonly ports: RetentionPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** Items that one run looks at: some minutes of work. */
const mostItems = 50_000;

/** Each ten minutes of the night: what has been kept long enough goes; once the night is done, nothing. */
export function retentionClockHandler(parts: () => Promise<RetentionClockParts>): FunctionHandler<unknown, void> {
  return functionHandler('retention-clock', async (event) => {
    const { ports, programmes, now } = await parts();
    const { programme } = parseReportOrder(event, 'retention-tick', programmes);
    const { day, counts, endedAt } = await runRetention(
      { programme: programme.name, at: now(), most: mostItems },
      ports,
    );
    const forgotten = Object.values(counts).reduce((sum, one) => sum + one.forgotten, 0);
    log('info', 'retention-clock: run', { programme: programme.name, day, forgotten, done: endedAt !== undefined });
  });
}
