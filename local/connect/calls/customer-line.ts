import type { Contact } from '../contact.ts';
import { now, type World } from '../world.ts';
import { customerHangsUp } from './hang-up.ts';
import { type HeardEvent, type HeardNow, isPressable, type Line, type PhoneCall } from './line.ts';

/** Makes the customer's end of a call. What they do reaches the centre in the next kernel round, in the order they did it. */
export function createLine(world: World, contact: Contact, number: string | undefined): Line {
  const lane = `connect/${contact.id}/customer`;
  const listeners: ((event: HeardEvent) => void)[] = [];
  const { kernel } = world.cloud;
  const call: PhoneCall = {
    contactId: contact.id,
    get ended() {
      return line.ended;
    },
    hear: (listener) => void listeners.push(listener),
    press: (digit) => {
      if (!isPressable(digit)) throw new Error(`a telephone has no key "${digit}"; accepted: 0-9, * and #`);
      kernel.after(0, lane, () => line.contact.player?.press(digit));
    },
    say: (text) =>
      void kernel.after(0, lane, () => {
        const { id, agent, phase } = line.contact;
        if (phase === 'connected') agent?.agent.tell({ at: now(world), type: 'said', contactId: id, text });
      }),
    hangUp: () => void kernel.after(0, lane, () => customerHangsUp(world, line)),
  };
  const line: Line = { call, number, contact, ended: false, counted: false, listeners };
  contact.line = line;
  return line;
}

export function tellLine(world: World, contact: Contact, event: HeardNow): void {
  const { line } = contact;
  if (line === undefined || line.ended) return;
  const heard: HeardEvent = { at: now(world), ...event };
  for (const listener of line.listeners) listener(heard);
}

/** The line goes dead. */
export function closeLine(world: World, line: Line, by: Extract<HeardNow, { type: 'ended' }>['by']): void {
  if (line.ended) return;
  tellLine(world, line.contact, { type: 'ended', by });
  line.ended = true;
  if (!line.counted) return;
  world.activeCalls.end();
  if (line.number !== undefined) world.phones.release(line.number);
}
