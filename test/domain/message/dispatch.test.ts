import { describe, expect, it } from 'vitest';
import { noteConsent } from '../../../domain/consent/note-consent.ts';
import type { MessageOrder } from '../../../domain/message/message-order.ts';
import { messageOutcomes } from '../../../domain/message/message-outcomes.ts';
import { pagesOf } from '../../../domain/message/message-page.ts';
import type { MessageRules } from '../../../domain/message/message-rules.ts';
import { messageStates } from '../../../domain/message/withdraw-messages.ts';
import { keyOf, MessageWorld, personWith, programme } from '../../support/messages/message-world.ts';
import { rules, template } from './message-rules.ts';

const calm = { drawn: () => 0.5, crashes: () => undefined };
const mobile = '+33612000001';

function order(subject: string, more: Partial<MessageOrder> = {}): MessageOrder {
  return {
    id: `survey-j2-${subject}`,
    programme,
    subject,
    template: 'j2',
    fields: {},
    link: { purpose: 'survey', occasion: 'j2', expiresAt: '2026-11-30T00:00:00.000Z' },
    at: '2026-11-20T08:00:00.000Z',
    notAfter: '2026-11-20T18:00:00.000Z',
    purpose: 'survey',
    occasion: 'j2',
    ...more,
  };
}

function open(phones: readonly string[], own: MessageRules = rules, mischief = calm): MessageWorld {
  const world = new MessageWorld('2026-11-20T07:00:00.000Z', own, [template], mischief);
  world.people.set('p1', personWith(...phones));
  return world;
}

const told = (world: MessageWorld) => messageOutcomes(world.journal.all()).map(({ change }) => change);
const evening = '2026-11-21T20:00:00.000Z';

describe('sending messages', () => {
  it('ARS-02: one leaves at its hour with the link of its person, and its delivery is told', async () => {
    const world = open([mobile]);
    await world.plan([order('p1')]);
    await world.until(evening);
    expect(world.taken).toMatchObject([
      {
        at: Date.parse('2026-11-20T08:00:00.000Z'),
        e164: mobile,
        body: expect.stringContaining('https://x.fr/s/j2p1'),
      },
    ]);
    expect(told(world)).toMatchObject([{ type: 'delivered', parts: 1, price: 0.0742 }]);
    expect(await messageStates(programme, ['survey-j2-p1', 'other'], world)).toEqual(
      new Map([['survey-j2-p1', { state: 'delivered', sentAt: '2026-11-20T08:00:00.000Z' }]]),
    );
  });

  it.each([
    ['ARS-09: a landline is never texted', ['+33491000001'], 'landline'],
    ['nobody without a number is', [], 'no-number'],
    ['COMMON-34: nor a country without a sender', ['+262692123456'], 'no-sender'],
  ])('%s', async (_, phones, reason) => {
    const world = open(phones);
    await world.plan([order('p1')]);
    await world.until(evening);
    expect(told(world)).toEqual([{ type: 'dropped', at: '2026-11-20T08:00:00.000Z', reason }]);
    expect(world.taken).toEqual([]);
  });

  it('COMMON-36: a number that was refused once is not texted again, and another of the person is', async () => {
    const world = open([mobile, '+33612000002']);
    world.fate = ({ e164 }) => (e164 === mobile ? 'dead-number' : 'delivered');
    await world.plan([order('p1'), order('p1', { id: 'reminder-j2-p1', at: '2026-11-20T10:00:00.000Z' })]);
    await world.until(evening);
    expect(world.taken.map(({ e164 }) => e164)).toEqual([mobile, '+33612000002']);
    expect(world.messages.bad.get(keyOf(mobile))).toMatchObject({ cause: 'invalid' });
    expect(told(world)).toMatchObject([{ type: 'delivered' }, { type: 'failed', permanent: true, final: true }]);
  });

  it('ARS-22, COMMON-12: a refusal stops what was planned before it and after it, on every number', async () => {
    const world = open([mobile]);
    await world.plan([order('p1')]);
    await world.stop({ subject: 'p1' });
    await world.plan([order('p1', { id: 'survey-j4-p1', at: '2026-11-20T12:00:00.000Z' })]);
    await world.until(evening);
    expect(world.taken).toEqual([]);
    expect(told(world)).toMatchObject([{ reason: 'stopped' }, { reason: 'stopped' }]);
  });

  it('COMMON-12: STOP said to the provider stops the number here too', async () => {
    const world = open([mobile]);
    world.outcome = () => 'opted-out';
    await world.plan([order('p1')]);
    await world.until(evening);
    expect(world.consents.kept).toMatchObject([
      { holder: keyOf(mobile), fact: { change: 'withdrawn', channel: 'sms' } },
    ]);
    expect(told(world)).toMatchObject([{ type: 'dropped', reason: 'stopped' }]);
  });

  it('COMMON-11: where consent is the basis, only who gave it is written to', async () => {
    const world = open([mobile], { ...rules, basis: 'consent' });
    world.people.set('p2', personWith('+33612000002'));
    const fact = { scope: 'messages', change: 'given', at: world.at, channel: 'import', textVersion: '1' } as const;
    await noteConsent({ programme, timeZone: 'Europe/Paris', holder: { subject: 'p2' }, fact }, world);
    await world.plan([order('p1'), order('p2')]);
    await world.until(evening);
    expect(told(world)).toMatchObject([{ type: 'dropped', reason: 'no-consent' }, { type: 'delivered' }]);
  });

  it('COMMON-35: a late one moves to the next morning, or is given up when that is too late', async () => {
    const world = open([mobile]);
    const at = '2026-11-20T20:30:00.000Z';
    await world.plan([
      order('p1', { at, notAfter: '2026-11-21T18:00:00.000Z' }),
      order('p1', { id: 'survey-j4-p1', at, notAfter: '2026-11-21T06:00:00.000Z' }),
    ]);
    await world.until(evening);
    expect(world.taken.map((one) => one.at)).toEqual([Date.parse('2026-11-21T07:00:00.000Z')]);
    expect(told(world)).toMatchObject([{ type: 'delivered' }, { type: 'dropped', reason: 'expired' }]);
  });

  it('COMMON-08, COMMON-35: a number of New Caledonia is written to in its own day', async () => {
    const world = open(['+687751234']);
    await world.plan([order('p1', { at: '2026-11-20T10:00:00.000Z', notAfter: '2026-11-21T18:00:00.000Z' })]);
    await world.until(evening);
    // 08:00 on Saturday in Nouméa.
    expect(world.taken.map((one) => one.at)).toEqual([Date.parse('2026-11-20T21:00:00.000Z')]);
  });

  it('COMMON-36: nothing leaves while the account cannot send, everything does once it can, and the operator is told why', async () => {
    const world = open([mobile]);
    world.outcome = () => (world.now < Date.parse('2026-11-20T09:00:00.000Z') ? 'unavailable' : 'accepted');
    await world.plan([order('p1')]);
    await world.until(evening);
    expect(world.taken).toHaveLength(1);
    expect(world.halts).toContain('MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT');
    expect(told(world)).toMatchObject([{ type: 'delivered' }]);
  });

  it('COMMON-34: a sender that is not registered in one country keeps nobody of another waiting', async () => {
    const world = open(['+687751234']);
    world.perSecond = 5;
    world.people.set('p2', personWith(mobile));
    world.outcome = ({ e164 }) => (e164 === mobile ? 'accepted' : 'unavailable');
    await world.plan([
      order('p1', { notAfter: '2026-11-21T08:30:00.000Z' }),
      order('p2', { at: '2026-11-21T07:00:00.000Z', notAfter: '2026-11-21T18:00:00.000Z' }),
    ]);
    await world.until(evening);
    expect(world.taken.map((one) => one.at)).toEqual([Date.parse('2026-11-21T07:00:00.000Z')]);
    expect(told(world)).toMatchObject([{ type: 'dropped', reason: 'expired' }, { type: 'delivered' }]);
  });

  it('COMMON-37: killed between the answer of the provider and our next write, one SMS at most, and it is shown as undetermined', async () => {
    let isArmed = true;
    const world = open([mobile], rules, {
      ...calm,
      crashes: (point: string) => {
        const crash = point === 'sender.send' && isArmed ? 'after' : undefined;
        isArmed &&= crash === undefined;
        return crash;
      },
    } as typeof calm);
    world.fate = () => 'silent';
    await world.plan([order('p1')]);
    await world.until(evening);
    expect(world.crashed).toBe(1);
    expect(world.taken).toHaveLength(1);
    expect(told(world)).toEqual([{ type: 'undetermined', sentAt: '2026-11-20T08:00:00.000Z' }]);
  });

  it('COMMON-36: no receipt within a quarter of an hour is told as sent, and no more', async () => {
    const world = open([mobile]);
    world.fate = () => 'silent';
    await world.plan([order('p1')]);
    await world.until('2026-11-20T08:14:00.000Z');
    expect(told(world)).toEqual([]);
    await world.until(evening);
    expect(told(world)).toEqual([{ type: 'sent', sentAt: '2026-11-20T08:00:00.000Z', parts: 1 }]);
  });

  it('COMMON-37: planned again at another hour, a message is the same one', async () => {
    const world = open([mobile]);
    await world.plan([order('p1')]);
    await world.plan([order('p1', { at: '2026-11-20T11:00:00.000Z' })]);
    await world.until(evening);
    expect(world.taken).toHaveLength(1);
  });

  it('keeps to what the provider takes in a second, and leaves nobody waiting', async () => {
    const world = open([mobile]);
    world.perSecond = 2;
    const people = Array.from({ length: 45 }, (_, index) => `q${index}`);
    for (const [index, subject] of people.entries()) {
      world.people.set(subject, personWith(`+336120001${String(index).padStart(2, '0')}`));
    }
    await world.plan(people.map((subject) => order(subject)));
    await world.until('2026-11-20T08:00:40.000Z');
    expect(world.taken).toHaveLength(45);
    const perSecond = Map.groupBy(world.taken, ({ at }) => Math.floor(at / 1000));
    expect(Math.max(...[...perSecond.values()].map((all) => all.length))).toBe(2);
  });

  it('a fault with one message leaves the others to go, and is told', async () => {
    const world = open([mobile]);
    world.people.set('p2', personWith('+33612000002'));
    world.fate = ({ e164 }) => {
      if (e164 === mobile) {
        throw new Error('the provider is broken for this one');
      }
      return 'delivered';
    };
    await world.plan([order('p1'), order('p2')]);
    await expect(world.until(evening)).rejects.toThrow('1 messages failed: Error: the provider is broken');
    await world.until(evening);
    expect(told(world)).toMatchObject([{ type: 'undetermined' }, { type: 'delivered' }]);
  });

  it('refuses orders that could not be sent, each by its id, and plans none of them', async () => {
    const world = open([mobile]);
    const planning = world.plan([
      order('p1'),
      order('p2', { template: 'j3' }),
      order('p3', { notAfter: '2026-11-20T08:00:00.000Z' }),
      order('p4', { fields: { strange: 'x' } }),
      order('p5', { id: 'a b' }),
      order('p6', { programme: 'samps' }),
    ]);
    await expect(planning).rejects.toThrow(
      /5 of 6 messages cannot be planned.*survey-j2-p2: template "j3"; accepted: j2.*p3.*strange.*a b: its id.*samps/s,
    );
    expect(world.messages.pages.size).toBe(0);
  });

  it('puts some twenty messages on a page, the same page for the same messages in any order', () => {
    const orders = Array.from({ length: 100 }, () => order(crypto.randomUUID()));
    const pages = pagesOf(orders);
    expect(pages.length).toBeLessThanOrEqual(7);
    expect(pagesOf(orders.toReversed())).toEqual(pages);
    expect(pages.flatMap(({ lines }) => lines)).toHaveLength(100);
  });
});
