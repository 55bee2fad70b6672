import type { QueueAnnouncementResponse } from '../../contracts/flow-responses.ts';
import type { Content } from '../../domain/content/content.ts';
import { queueAnnouncement } from '../../domain/context/queue-announcement.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { parseFlowEvent } from '../middleware/flow-event.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { programmeOf } from '../middleware/programme-of.ts';

export interface QueueAnnouncementParts {
  readonly content: Content;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** What a waiting caller hears; Connect's measures come as texts, empty when it has none. */
export function queueAnnouncementHandler(
  parts: () => Promise<QueueAnnouncementParts>,
): FunctionHandler<unknown, QueueAnnouncementResponse> {
  return functionHandler('queue-announcement', async (event) => {
    const { content, programmes, now } = await parts();
    const flowEvent = parseFlowEvent(event);
    const { position, waitSeconds, turn } = flowEvent.parameters;
    const texts = await content.inForce(programmeOf(flowEvent, programmes).name, 'texts', now());
    return queueAnnouncement({ position: count(position), waitSeconds: count(waitSeconds), turn: count(turn) }, texts);
  });
}

function count(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
