import type { Programme } from '../../domain/programme/programme.ts';
import type { ReferralPorts } from '../../domain/referral/referral-ports.ts';
import { runReferralClock } from '../../domain/referral/run-referral-clock.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import { parseReportOrder } from '../middleware/report-order.ts';

export interface ReferralClockParts {
  readonly ports: ReferralPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Each minute of day and night: reminders and escalations that are due, and notices that a crash kept back. What is due is judged at the present
 * instant: a tick that comes late tells what is due now, once.
 */
export function referralClockHandler(parts: () => Promise<ReferralClockParts>): FunctionHandler<unknown, void> {
  return functionHandler('referral-clock', async (event) => {
    const { ports, programmes, now } = await parts();
    const { programme } = parseReportOrder(event, 'referral-tick', programmes);
    const { told } = await runReferralClock(programme.name, now(), ports);
    if (told > 0) {
      log('info', 'referral-clock: told', { programme: programme.name, told });
    }
  });
}
