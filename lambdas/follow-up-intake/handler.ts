import { type IntakePorts, includeList } from '../../domain/follow-up/include-list.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import { parseReportOrder } from '../middleware/report-order.ts';

export interface FollowUpIntakeParts {
  readonly ports: IntakePorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** Every five minutes: the lists that were dropped, the oldest first. A list that fails stays, and is taken again. */
export function followUpIntakeHandler(parts: () => Promise<FollowUpIntakeParts>): FunctionHandler<unknown, void> {
  return functionHandler('follow-up-intake', async (event) => {
    const { ports, programmes, now } = await parts();
    const { programme } = parseReportOrder(event, 'intake-tick', programmes);
    for (const list of await ports.lists.waiting(programme.name)) {
      const { state, rows, included, refused, alreadyFollowed } = await includeList(programme, list, now(), ports);
      log('info', 'follow-up-intake: list read', {
        programme: programme.name,
        state,
        rows,
        included,
        refused,
        alreadyFollowed: alreadyFollowed.length,
      });
    }
  });
}
