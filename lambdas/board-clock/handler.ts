import type { SQSEvent } from 'aws-lambda';
import type { Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { boardSeconds, type PushBoardPorts, pushBoard } from '../../domain/supervision/push-board.ts';
import type { Look } from '../../domain/watch/look-at-programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { parseReportOrder } from '../middleware/report-order.ts';

/** A minute. */
const stepsBetweenLooks = 60 / boardSeconds;

export interface BoardClockParts {
  readonly ports: PushBoardPorts;
  /** Holds a programme against its rules, from a board when it has just been made. */
  readonly look: (look: Look) => Promise<void>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Pushes the boards that its queue asks for; each message goes on a chain that a page began (COMMON-44). While pages watch, rules are held against these boards
 * once a minute; a schedule has them looked at every few minutes of service, watched or not. Both only say when to look: figures are those of now.
 */
export function boardClockHandler(parts: () => Promise<BoardClockParts>): FunctionHandler<SQSEvent | object, void> {
  return functionHandler('board-clock', async (event) => {
    const { ports, look, programmes, now } = await parts();
    if (!('Records' in event)) {
      const { programme } = parseReportOrder(event, 'watch-tick', programmes);
      await look({ programme, at: now() });
      return;
    }
    for (const { body } of event.Records) {
      const { programme: name, chain, step } = membersOf(JSON.parse(body));
      const programme = typeof name === 'string' ? programmes[name] : undefined;
      if (programme === undefined || typeof chain !== 'string' || typeof step !== 'number') {
        throw new Error(
          `A wake is ${body}; accepted: a chain and its step, of a programme ${Object.keys(programmes).join(', ')}`,
        );
      }
      const at = now();
      const board = await pushBoard({ programme, step: { chain, step }, at }, ports);
      if (board !== undefined && step % stepsBetweenLooks === 0) {
        await look({ programme, at, board });
      }
    }
  });
}
