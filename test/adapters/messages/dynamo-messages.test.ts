import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoConsents } from '../../../adapters/dynamo-consents.ts';
import { dynamoMessages } from '../../../adapters/dynamo-messages.ts';
import { dynamoTextLog } from '../../../adapters/dynamo-text-log.ts';
import type { Message } from '../../../domain/message/message.ts';
import { pagesOf, withLines } from '../../../domain/message/message-page.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('messages');
});
afterAll(() => tables.stop());

const register = () => dynamoMessages(tables.client, 'messages');
const consents = () => dynamoConsents(tables.client, 'messages');

const at = '2026-11-20T08:00:00.000Z';
const order = (subject: string, more: object = {}) => ({
  id: `survey-j2-${subject}`,
  subject,
  template: 'j2',
  fields: {},
  link: { purpose: 'survey', occasion: 'j2', expiresAt: '2026-11-30T00:00:00.000Z' } as const,
  at,
  notAfter: '2026-11-20T18:00:00.000Z',
  purpose: 'survey' as const,
  occasion: 'j2',
  ...more,
});

describe('messages in the table', () => {
  it('COMMON-37: a text that an agent had sent is one line of the person, the last first', async () => {
    const log = dynamoTextLog(tables.client, 'messages');
    const texts = ['2026-11-20T08:00:00.000Z', '2026-11-21T08:00:00.000Z'].map((asked, n) => {
      return { messageId: `sms-${n}`, code: 'lieu.cms-bourail', at: asked };
    });
    for (const text of [...texts, ...texts]) await log.note('p', 'person', text);
    await log.note('p', 'other', { messageId: 'sms-9', code: 'lieu.x', at });
    expect(await log.of('p', 'person')).toEqual(texts.toReversed());
  });

  it('COMMON-37: pages are due in their order, as they were written, once each', async () => {
    const pages = pagesOf([
      order('p1'),
      order('p2', { fields: { day: '2026-11-21' } }),
      order('p3', { id: 'survey-j2-p3-2' }),
      order('p4', { at: '2026-11-20T07:00:00.000Z' }),
      order('p5', { at: '2026-11-20T09:00:00.000Z' }),
    ]);
    await register().plan('p', pages);
    await register().plan('p', pages);
    const sorted = pages.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    expect(await register().due('p', at, 10)).toEqual(sorted.slice(0, 2));
    expect(await register().due('p', at, 1)).toEqual(sorted.slice(0, 1));
    expect(await register().due('q', at, 10)).toEqual([]);
    const [first, second] = sorted;
    if (first === undefined || second === undefined) {
      throw new Error('no pages');
    }
    await register().remove('p', first);
    await register().plan('p', [withLines(second, second.lines.slice(1))]);
    expect(await register().due('p', at, 10)).toEqual([withLines(second, second.lines.slice(1))]);
  });

  it('COMMON-37: a message is written over the version that was read and no other', async () => {
    const { at: _, ...planned } = order('m1', { fields: { day: '2026-11-21' } });
    const message: Message = {
      ...planned,
      templateVersion: 2,
      attempts: [{ n: 1, at, numberKey: 'k', parts: 1, receipt: { result: 'delivered', at, providerId: 'x' } }],
      version: 1,
    };
    expect(await register().read('p', [message.id])).toEqual([]);
    expect(await register().write('p', message)).toBe(true);
    expect(await register().write('p', message)).toBe(false);
    expect(await register().write('p', { ...message, version: 3 })).toBe(false);
    expect(await register().read('p', [message.id, message.id, 'none'])).toEqual([message]);
    expect(await register().read('q', [message.id])).toEqual([]);
    const dropped = { ...message, attempts: [], dropped: { at, reason: 'stopped' }, version: 2 } as const;
    expect(await register().write('p', dropped)).toBe(true);
    expect(await register().read('p', [message.id])).toEqual([dropped]);
  });

  it('ARS-04: a STOP is a fact that is read at once, and is never written over', async () => {
    const fact = { scope: 'messages', change: 'withdrawn', at, channel: 'web', textVersion: '3' } as const;
    expect(await consents().facts('p', { subject: 'p1' })).toEqual([]);
    await consents().append('p', { subject: 'p1' }, fact);
    await consents().append('p', { subject: 'p1' }, fact);
    await consents().append('p', { subject: 'p1' }, { ...fact, change: 'given', at: '2026-11-21T00:00:00.000Z' });
    expect(await consents().facts('p', { subject: 'p1' })).toEqual([
      fact,
      { ...fact, change: 'given', at: '2026-11-21T00:00:00.000Z' },
    ]);
    expect(await consents().facts('p', { numberKey: 'p1' })).toEqual([]);
    expect(await consents().facts('q', { subject: 'p1' })).toEqual([]);
  });

  it('COMMON-36: knows the numbers that nothing can be sent to, in each programme', async () => {
    await register().markBad('p', 'k1', { at, cause: 'invalid' });
    expect(await register().badNumbers('p', ['k1', 'k2'])).toEqual(new Set(['k1']));
    expect(await register().badNumbers('q', ['k1'])).toEqual(new Set());
  });

  it('what left is settled in order, and one chain of runs is alive', async () => {
    const page = (settleAt: string, pageId: string) => ({
      settleAt,
      pageId,
      lines: [{ id: 'survey-j2-p1', n: 2, accepted: pageId === 'a' }],
    });
    const [first, second] = [page(at, 'a'), page('2026-11-20T08:01:00.000Z', 'b')];
    await register().addSettle('p', second);
    await register().addSettle('p', first);
    expect(await register().settling('p', at, 5)).toEqual([first]);
    expect(await register().settling('p', '2026-11-20T09:00:00.000Z', 5)).toEqual([first, second]);
    await register().removeSettled('p', [first, second]);
    expect(await register().settling('p', '2026-11-20T09:00:00.000Z', 5)).toEqual([]);

    expect(await register().readChain('p')).toBeUndefined();
    expect(await register().writeChain('p', { until: at, version: 1 })).toBe(true);
    expect(await register().writeChain('p', { until: at, version: 1 })).toBe(false);
    expect(await register().writeChain('p', { until: at, version: 2 })).toBe(true);
    expect(await register().readChain('p')).toMatchObject({ until: at, version: 2 });
  });
});
