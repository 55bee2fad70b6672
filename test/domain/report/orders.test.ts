import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AttemptEntry, CycleEntry, RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { daily } from '../../../domain/report/daily.ts';
import { orderDays, orderFacts } from '../../../domain/report/order-facts.ts';
import { calendar } from '../../../programmes/samps/calendar.ts';
import { campaignTypes } from '../../../programmes/samps/campaign-types.ts';
import { samps } from '../../../programmes/samps/programme.ts';

const day = '2025-07-08';
const noumea = (on: string, time: string) => new Date(`${on}T${time}:00+11:00`).toISOString();
const base = { programme: 'samps', campaign: 'renouvellement1_20250707T000000Z', cycle: 1 } as const;
const order = {
  ...{ name: 'Relances', lists: ['a'], deadline: '2025-07-11', setBy: 'Cheffe du SAMPS', people: 6, late: false },
};

const running: CycleEntry = {
  ...{ ...base, kind: 'cycle', day, time: noumea(day, '00:00'), id: 'cycle#running', campaignType: 'renouvellement1' },
  ...{ drill: false, change: { type: 'running', order, since: noumea('2025-07-07', '07:30') } },
};

const loaded = (recipientId: string, scheme: string): RecipientEntry => ({
  ...{ ...base, kind: 'recipient', day: '2025-07-07', time: noumea('2025-07-07', '07:30'), recipientId },
  id: `recipient#${recipientId}#loaded`,
  change: { type: 'loaded', callable: true, ageBand: '0-59', sector: '98800', riskRank: 0, scheme },
});

const closed = (recipientId: string, state: 'useful' | 'refused' | 'unreachable', on = day): RecipientEntry => ({
  ...{ ...base, kind: 'recipient', day: on, time: noumea(on, '10:00'), recipientId },
  id: `recipient#${recipientId}#closed`,
  change: { type: 'closed', state },
});

const attempt = (recipientId: string, n: number, more: Partial<AttemptEntry>): AttemptEntry => ({
  ...{ ...base, kind: 'attempt', day, time: noumea(day, '09:00'), recipientId, n },
  ...{ id: `attempt#${recipientId}-${n}#1`, attemptId: `${recipientId}-${n}`, startedAt: noumea(day, '09:00') },
  ...{ endedAt: noumea(day, '09:05'), contactId: `c-${recipientId}-${n}`, disposition: 'no-answer', counts: true },
  ...{ numberRank: 0, answeredByCustomer: false, revision: 1, scheme: 'BOURSES' },
  ...more,
});

const entries: readonly JournalEntry[] = [
  running,
  ...['a', 'b', 'c'].map((id) => loaded(id, 'BOURSES')),
  ...['d', 'e', 'f'].map((id) => loaded(id, 'AIDE_MEDICALE')),
  closed('a', 'useful'),
  closed('b', 'refused'),
  closed('d', 'unreachable'),
  // Tomorrow is not known today.
  closed('e', 'useful', '2025-07-09'),
  attempt('a', 1, { disposition: 'complete', agent: 'x' }),
  attempt('b', 1, { disposition: 'unqualified', agent: 'x' }),
  attempt('b', 1, { disposition: 'refused', agent: 'x', revision: 2, id: 'attempt#b-1#2' }),
  attempt('c', 1, { disposition: 'voicemail', agent: 'x' }),
  attempt('d', 1, { scheme: 'AIDE_MEDICALE' }),
  attempt('e', 0, { agent: 'x', scheme: 'AIDE_MEDICALE' }),
  attempt('f', 1, { day: '2025-07-07', scheme: 'AIDE_MEDICALE' }),
];

const subject = {
  ...{ programme: 'samps', title: 'SAMPS', calendar, schemes: samps.schemes, motives: samps.motives },
  ...{ answerRateObjective: 0.8, campaignTypes },
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const report = (given: readonly JournalEntry[] = entries) => daily(subject, day, given, noumea(day, '16:30'), sha256);

describe('SAMPS-32: the sheet of orders', () => {
  it('has who ordered, the deadline, and where everybody is at the end of the day', () => {
    expect(report().campaigns).toMatchObject([
      {
        ...{ name: 'Relances', orderedBy: 'Cheffe du SAMPS', deadline: '2025-07-11', late: false },
        ...{ total: 6, done: 3, reached: 1, refused: 1, notReached: 1, remaining: 3 },
      },
    ]);
  });

  it('SAMPS-38: by scheme, which add up', () => {
    const [{ byScheme = [], total = 0 } = {}] = report().campaigns;
    expect(byScheme.map(({ scheme, counts }) => [scheme, counts.total, counts.remaining])).toEqual([
      ['AIDE_MEDICALE', 3, 2],
      ['BOURSES', 3, 1],
    ]);
    expect(byScheme.reduce((sum, { counts }) => sum + counts.total, 0)).toBe(total);
  });

  it('is late when what is left does not fit before the deadline, and done when nothing is left', () => {
    const tomorrow = { ...order, deadline: day };
    const late = {
      ...running,
      change: { type: 'running', order: tomorrow, since: noumea('2025-07-07', '07:30') },
    } as const;
    expect(report([late, ...entries.slice(1)]).campaigns).toMatchObject([{ late: true }]);
    const all = [...entries, closed('c', 'useful'), closed('e', 'useful'), closed('f', 'unreachable')];
    expect(report(all).campaigns).toMatchObject([{ remaining: 0, projectedEnd: day, late: false }]);
  });

  it('reads from the day the order was placed, and names none that is not in hand', () => {
    expect(orderDays(entries, day, '2025-07-08', calendar)).toEqual(['2025-07-07']);
    expect(orderDays(entries, '2025-07-09', '2025-07-08', calendar)).toEqual([]);
    expect(orderFacts(entries, '2025-07-09', calendar).orders).toEqual([]);
  });
});

describe('SAMPS-35, A-04: calls given', () => {
  it('SAMPS-01: of the day, by scheme and in all; a voicemail is nobody, a ring-back is not a call of ours', () => {
    const { schemes, total } = report();
    const of = (code: string) => schemes.find((one) => one.code === code)?.figures;
    expect(of('BOURSES')).toMatchObject({ outboundMade: 3, outboundReached: 2, outboundNotReached: 1 });
    expect(of('AIDE_MEDICALE')).toMatchObject({ outboundMade: 1, outboundReached: 0, outboundNotReached: 1 });
    expect(total).toMatchObject({ outboundMade: 4, outboundReached: 2, outboundNotReached: 2 });
  });

  it('COMMON-30: the same entries in any order, repeated, are the same report', () => {
    expect(report([...entries, ...entries].reverse())).toEqual(report());
  });
});
