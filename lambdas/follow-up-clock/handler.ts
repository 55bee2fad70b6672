import type { FollowUpPorts } from '../../domain/follow-up/follow-up-ports.ts';
import { runFollowUpClock } from '../../domain/follow-up/run-follow-up-clock.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import { parseReportOrder } from '../middleware/report-order.ts';

export interface FollowUpClockParts {
  readonly ports: FollowUpPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** People one run takes: the others are due a minute later. */
const mostPeople = 1_500;

/**
 * Each minute: SMS that are due, calls for who has not answered, what the evening puts off. What is due is judged at the present instant: a tick that
 * comes late does what is due now, once.
 */
export function followUpClockHandler(parts: () => Promise<FollowUpClockParts>): FunctionHandler<unknown, void> {
  return functionHandler('follow-up-clock', async (event) => {
    const { ports, programmes, now } = await parts();
    const { programme } = parseReportOrder(event, 'follow-up-tick', programmes);
    const { people, texts, calls, again } = await runFollowUpClock(
      { programme: programme.name, at: now(), most: mostPeople },
      ports,
    );
    if (people > 0) {
      log('info', 'follow-up-clock: done', { programme: programme.name, people, texts, calls, again });
    }
  });
}
