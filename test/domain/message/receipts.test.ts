import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReceipt } from '../../../domain/message/merge-receipt.ts';
import type { Message, Receipt } from '../../../domain/message/message.ts';
import { type EntryScope, messageEntries } from '../../../domain/message/message-entries.ts';
import { messageOutcomes } from '../../../domain/message/message-outcomes.ts';
import { messageStateOf, nextSend } from '../../../domain/message/message-state.ts';
import { parseReceipt, tellingEvents } from '../../../domain/message/parse-receipt.ts';
import { rules } from './message-rules.ts';

const at = '2026-11-20T08:00:00.000Z';
const message: Message = {
  id: 'survey-j2-p1',
  subject: 'p1',
  template: 'j2',
  templateVersion: 1,
  fields: {},
  purpose: 'survey',
  occasion: 'j2',
  notAfter: '2026-11-20T18:00:00.000Z',
  attempts: [{ n: 1, at, numberKey: 'k', parts: 1 }],
  version: 1,
};

const event = {
  eventType: 'TEXT_DELIVERED',
  eventVersion: '1.0',
  eventTimestamp: Date.parse('2026-11-20T08:00:03.000Z'),
  isFinal: true,
  originationPhoneNumber: 'ARSPACA',
  destinationPhoneNumber: '+33612345678',
  isoCountryCode: 'FR',
  messageId: 'provider-1',
  messageStatus: 'DELIVERED',
  context: { p: 'suivi', m: 'survey-j2-p1', n: '1' },
  totalMessageParts: 1,
  totalMessagePrice: 0.0742,
};

describe('what the network says', () => {
  it('COMMON-36: reads a delivery with its parts and its price', () => {
    expect(parseReceipt(event)).toEqual({
      context: { programme: 'suivi', messageId: 'survey-j2-p1', attempt: 1 },
      receipt: {
        result: 'delivered',
        at: '2026-11-20T08:00:03.000Z',
        providerId: 'provider-1',
        parts: 1,
        price: 0.0742,
      },
    });
    expect(parseReceipt({ ...event, eventType: 'TEXT_SUCCESSFUL' })?.receipt.result).toBe('delivered');
  });

  it.each([
    ['TEXT_INVALID', true, true],
    ['TEXT_CARRIER_BLOCKED', true, false],
    ['TEXT_SPAM', true, false],
    ['TEXT_UNREACHABLE', false, false],
    ['TEXT_TTL_EXPIRED', false, false],
  ])('COMMON-36: %s is permanent: %s, marks the number: %s', (eventType, permanent, badNumber) => {
    expect(parseReceipt({ ...event, eventType })?.receipt).toMatchObject({ result: 'failed', permanent, badNumber });
  });

  it.each(['TEXT_QUEUED', 'TEXT_SENT', 'TEXT_PENDING', 'TEXT_UNKNOWN'])('%s tells nothing', (eventType) => {
    expect(parseReceipt({ ...event, eventType })).toBeUndefined();
    expect(tellingEvents).not.toContain(eventType);
  });

  it.each([
    ['no type', { ...event, eventType: undefined }],
    ['a call', { ...event, eventType: 'VOICE_COMPLETED' }],
    ['no context', { ...event, context: undefined }],
    ['no attempt', { ...event, context: { p: 'suivi', m: 'x', n: 'zero' } }],
    ['no time', { ...event, eventTimestamp: '2026' }],
    ['nothing', null],
  ])('COMMON-51: refuses an event with %s, without the number it names', (_, broken) => {
    expect(() => parseReceipt(broken)).toThrow(/accepted/);
    expect(() => parseReceipt(broken)).not.toThrow(/33612345678/);
  });

  const receipts = fc.record({
    n: fc.constantFrom(1, 2),
    receipt: fc.oneof(
      fc.record({ result: fc.constant('delivered' as const), at: instants(), providerId: fc.constantFrom('a', 'b') }),
      fc.record({
        result: fc.constant('failed' as const),
        at: instants(),
        providerId: fc.constantFrom('a', 'b'),
        cause: fc.constantFrom('invalid', 'unreachable'),
        permanent: fc.boolean(),
        badNumber: fc.constant(false),
      }),
    ),
  });

  it('COMMON-36, COMMON-37: any order and any repeat of receipts, even contradictory ones, is the same message', () => {
    const two: Message = { ...message, attempts: [...message.attempts, { n: 2, at, numberKey: 'k', parts: 1 }] };
    const learn = (all: readonly { readonly n: number; readonly receipt: Receipt }[]) =>
      all.reduce((known, { n, receipt }) => mergeReceipt(known, n, receipt), two);
    fc.assert(
      fc.property(fc.array(receipts, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (all, order) => {
        const twice = [...all, ...all].map((one) => ({ one, rank: order.next().value ?? 0 }));
        const mixed = twice.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one);
        expect(learn(mixed)).toEqual(learn(all));
        expect(learn(all.filter(({ receipt }) => receipt.result === 'delivered')).attempts.length).toBe(2);
      }),
      { numRuns: 300 },
    );
  });

  it('COMMON-36: a delivery that comes after a failure is what tells', () => {
    const off = {
      result: 'failed',
      at,
      providerId: 'a',
      cause: 'unreachable',
      permanent: false,
      badNumber: false,
    } as const;
    const failed = mergeReceipt(message, 1, off);
    expect([messageStateOf(failed), nextSend(failed, rules)]).toEqual([
      'failed',
      { type: 'send', n: 2, from: '2026-11-20T08:30:00.000Z' },
    ]);
    const delivered = mergeReceipt(failed, 1, { result: 'delivered', at, providerId: 'a' });
    expect([messageStateOf(delivered), nextSend(delivered, rules)]).toEqual(['delivered', { type: 'nothing' }]);
    expect(mergeReceipt(delivered, 1, off)).toBe(delivered);
  });

  it('COMMON-36, ARS-10: what will not be sent again says so at once', () => {
    const off = {
      result: 'failed',
      at,
      providerId: 'a',
      cause: 'unreachable',
      permanent: false,
      badNumber: false,
    } as const;
    const scope = { programme: 'suivi', timeZone: 'Europe/Paris', rules };
    const told = (one: Message, more: EntryScope) => messageEntries(more, one).map(({ change }) => change);
    expect(told(mergeReceipt(message, 1, off), scope)).toMatchObject([{ type: 'failed', final: false }]);
    const once = { ...scope, rules: { retry: { maxAttempts: 1, afterMinutes: 30 } } };
    expect(told(mergeReceipt(message, 1, off), once)).toMatchObject([{ type: 'failed', final: true }]);
    const tooLate = { ...message, notAfter: '2026-11-20T08:20:00.000Z' };
    expect(told(mergeReceipt(tooLate, 1, off), scope)).toMatchObject([{ type: 'failed', final: true }]);
  });

  it('COMMON-36: a receipt of three days later is of the day on which the message was sent, with its cost', () => {
    const late = mergeReceipt(message, 1, { ...parsed(), at: '2026-11-23T08:00:00.000Z' });
    const entries = messageEntries({ programme: 'suivi', timeZone: 'Europe/Paris', rules }, late);
    expect(entries).toMatchObject([
      { day: '2026-11-20', time: '2026-11-23T08:00:00.000Z', id: 'message#survey-j2-p1#1#delivered' },
    ]);
    expect(messageOutcomes(entries)).toMatchObject([{ sentAt: at, parts: 1, price: 0.0742 }]);
  });
});

function parsed(): Receipt {
  const told = parseReceipt(event);
  if (told === undefined) {
    throw new Error('the event tells nothing');
  }
  return told.receipt;
}

function instants() {
  return fc.constantFrom('2026-11-20T08:00:03.000Z', '2026-11-20T08:00:04.000Z', '2026-11-21T08:00:00.000Z');
}
