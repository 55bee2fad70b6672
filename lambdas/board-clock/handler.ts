import type { SQSEvent } from 'aws-lambda';
import type { Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { type PushBoardPorts, pushBoard } from '../../domain/supervision/push-board.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';

export interface BoardClockParts {
  readonly ports: PushBoardPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** Pushes the boards that its queue asks for; each message goes on a chain that a page began (COMMON-44). */
export function boardClockHandler(parts: () => Promise<BoardClockParts>): FunctionHandler<SQSEvent, void> {
  return functionHandler('board-clock', async ({ Records }) => {
    const { ports, programmes, now } = await parts();
    for (const { body } of Records) {
      const { programme: name, chain, step } = membersOf(JSON.parse(body));
      const programme = typeof name === 'string' ? programmes[name] : undefined;
      if (programme === undefined || typeof chain !== 'string' || typeof step !== 'number') {
        throw new Error(
          `A wake is ${body}; accepted: a chain and its step, of a programme ${Object.keys(programmes).join(', ')}`,
        );
      }
      await pushBoard({ programme, step: { chain, step }, at: now() }, ports);
    }
  });
}
