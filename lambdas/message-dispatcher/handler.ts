import { metrics } from '../../contracts/metrics.ts';
import { dispatchMessages } from '../../domain/message/dispatch-messages.ts';
import type { SendPorts } from '../../domain/message/message-ports.ts';
import type { MessageWakes } from '../../domain/message/message-wakes.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import { woken } from './woken.ts';

export interface MessageDispatcherParts {
  readonly ports: SendPorts;
  readonly wakes: MessageWakes;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly perSecond: number;
  readonly count: (metric: string, value: number, programme: string) => void;
  readonly now: () => string;
}

/** Sends what is due, as much as the provider takes in a second, and goes on a second later while more is. */
export function messageDispatcherHandler(parts: () => Promise<MessageDispatcherParts>): FunctionHandler<unknown, void> {
  return functionHandler('message-dispatcher', async (event) => {
    const { ports, wakes, programmes, perSecond, count, now } = await parts();
    const writing = Object.values(programmes).filter((one) => one.messages !== undefined);
    const failed: unknown[] = [];
    for (const { programme, chain } of woken(
      event,
      writing.map(({ name }) => name),
    )) {
      const at = now();
      const run = { programme, at, perSecond, ...(chain === undefined ? {} : { chain }) };
      const { left, undetermined, faults, halted, again, dueSince } = await dispatchMessages(run, ports);
      if (again !== undefined) {
        await wakes.wake(programme, again, 1);
      }
      if (left + undetermined > 0) {
        log('info', 'message-dispatcher: sent', { programme, left, undetermined });
      }
      if (undetermined > 0) {
        count(metrics.messagesUndetermined, undetermined, programme);
      }
      if (halted !== undefined) {
        log('warn', 'message-dispatcher: nothing can leave', { programme, halted });
        count(metrics.messagesHalted, 1, programme);
      }
      failed.push(...faults);
      if (dueSince !== undefined && chain === undefined) {
        count(metrics.messagesLate, Math.floor((Date.parse(at) - Date.parse(dueSince)) / 60_000), programme);
      }
    }
    if (failed.length > 0) {
      throw new AggregateError(failed, `${failed.length} messages failed: ${String(failed[0])}`);
    }
  });
}
