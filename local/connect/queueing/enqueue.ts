import type { Contact } from '../contact.ts';
import { emitContactEvent } from '../emissions/contact-events.ts';
import type { QueueModel } from '../model/models.ts';
import { now, type World } from '../world.ts';
import { scheduleRouting } from './routing.ts';
import { type Waiting, WaitingLine } from './waiting-line.ts';

/** Priority of a contact whose flow set none (general knowledge, UNCONFIRMED). */
export const defaultPriority = 5;

export function lineOf(world: World, queue: QueueModel): WaitingLine {
  let line = world.lines.get(queue.arn);
  if (line === undefined) {
    line = new WaitingLine(queue, () => now(world));
    world.lines.set(queue.arn, line);
  }
  return line;
}

/** Puts a contact in a queue. The caller has checked capacity. `place` keeps the place another contact had (callbacks). */
export function enqueue(
  world: World,
  contact: Contact,
  queue: QueueModel,
  place?: { readonly orderAt: number; readonly priority: number },
): void {
  const line = lineOf(world, queue);
  const enqueuedAt = now(world);
  const { state } = contact;
  const entry: Waiting = {
    contact,
    line,
    priority: place?.priority ?? state.queuePriority ?? defaultPriority,
    orderAt: place?.orderAt ?? enqueuedAt - (state.queueTimeAdjustmentSeconds ?? 0) * 1000,
    enqueuedAt,
    offeredTo: undefined,
  };
  contact.queue = { model: queue, enqueuedAt, dequeuedAt: undefined };
  contact.waiting = entry;
  line.join(entry);
  emitContactEvent(world, contact, 'QUEUED');
  scheduleRouting(world);
  scheduleDelayedRouting(world, queue, enqueuedAt);
}

/** Takes a contact out of its queue for good. */
export function dequeue(world: World, contact: Contact): Waiting | undefined {
  const entry = contact.waiting;
  if (entry === undefined) return undefined;
  entry.line.leave(entry);
  contact.waiting = undefined;
  if (contact.queue !== undefined) contact.queue.dequeuedAt = now(world);
  return entry;
}

/** Routing profiles with a delay on this queue may take the contact only later. */
function scheduleDelayedRouting(world: World, queue: QueueModel, enqueuedAt: number): void {
  const delays = new Set<number>();
  for (const agent of world.agents.values())
    for (const config of agent.profile.queues)
      if (config.queueArn === queue.arn && config.delaySeconds > 0) delays.add(config.delaySeconds);
  for (const seconds of delays)
    world.cloud.kernel.at(enqueuedAt + seconds * 1000, 'connect/routing/delay', () => scheduleRouting(world));
}
