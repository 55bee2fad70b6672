import { type Contact, laneOf } from '../contact.ts';
import { now, type World } from '../world.ts';
import { closeLine, createLine } from './customer-line.ts';
import type { Line } from './line.ts';

export type DialFailure = 'TELECOM_UNANSWERED' | 'TELECOM_BUSY' | 'TELECOM_NUMBER_INVALID';

export interface Dialled {
  readonly number: string;
  readonly from: string | undefined;
  readonly ringSeconds: number;
  readonly onAnswer: (line: Line) => void;
  readonly onFailure: (reason: DialFailure) => void;
}

const busyAfterMs = 2000;

/** Rings a customer's phone for a contact. Returns how to stop ringing. */
export function dialCustomer(world: World, contact: Contact, dialled: Dialled): () => void {
  const { kernel } = world.cloud;
  const { number, from } = dialled;
  const lane = laneOf(contact, 'dial');
  const at = now(world);
  const until = at + dialled.ringSeconds * 1000;
  const engaged = world.phones.liveCalls(number) > 0;
  const line = createLine(world, contact, number);
  line.counted = true;
  world.activeCalls.begin();
  world.phones.engage(number);
  let ringing = true;
  const stopped: (() => void)[] = [];
  const settle = (then: () => void) => {
    if (!ringing) return;
    ringing = false;
    then();
  };
  const giveUp = () => {
    for (const listener of stopped) listener();
    closeLine(world, line, 'system');
    contact.line = undefined;
  };
  const fail = (reason: DialFailure) =>
    settle(() => {
      giveUp();
      dialled.onFailure(reason);
    });
  const answer = () => settle(() => dialled.onAnswer(line));
  const decision = world.phones.handler(number)({
    contactId: contact.id,
    number,
    from,
    at,
    until,
    engaged,
    call: line.call,
    answer: () => {
      kernel.after(0, lane, answer);
      return line.call;
    },
    refuse: () => void kernel.after(0, lane, () => fail('TELECOM_BUSY')),
    onStopped: (listener) => void stopped.push(listener),
  });
  const kind = decision?.kind;
  if (kind === 'busy') kernel.at(at + busyAfterMs, lane, () => fail('TELECOM_BUSY'));
  else if (kind === 'invalid') kernel.at(at + busyAfterMs, lane, () => fail('TELECOM_NUMBER_INVALID'));
  else {
    if (decision?.kind === 'answer' && at + decision.afterSeconds * 1000 < until)
      kernel.at(at + decision.afterSeconds * 1000, lane, answer);
    kernel.at(until, lane, () => fail('TELECOM_UNANSWERED'));
  }
  return () => settle(giveUp);
}
