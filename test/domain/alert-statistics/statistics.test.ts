import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SelectedLine } from '../../../domain/alert/alert.ts';
import { type AlertEntry, lineText } from '../../../domain/alert/alert-entry.ts';
import { bandOf } from '../../../domain/alert-statistics/age-bands.ts';
import { alertFigures } from '../../../domain/alert-statistics/alert-figures.ts';
import { memberFigures } from '../../../domain/alert-statistics/member-figures.ts';
import { addCounts, monthsFrom, noCounts } from '../../../domain/alert-statistics/statistics-tables.ts';
import type { ConsentEntry } from '../../../domain/consent/consent-entry.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import type { Member } from '../../../domain/member/member.ts';
import type { MessageEntry } from '../../../domain/message/message-entry.ts';

const base = { programme: 'alertes', structure: 's1' } as const;
const line = (memberId: string, band: string, groups: readonly string[], skip?: SelectedLine['skip']) =>
  lineText({ memberId, band, groups, ...(skip && { skip }) });

function selected(alertId: string, day: string, category: string, lines: readonly string[]): AlertEntry {
  const change = { type: 'selected', category, lines } as const;
  return { kind: 'alert', ...base, alertId, change, day, time: `${day}T09:00:00.000Z`, id: `alert#${alertId}#page-0` };
}

function message(alertId: string, memberId: string, day: string, change: MessageEntry['change']): MessageEntry {
  const messageId = `information-${alertId}-s1.${memberId}`;
  const told = { template: `s1.${alertId}`, templateVersion: 1, purpose: 'information', occasion: alertId } as const;
  const at = { day, time: `${day}T09:05:00.000Z`, id: `message#${messageId}#1#${change.type}` };
  return { kind: 'message', ...base, ...at, messageId, subject: `s1.${memberId}`, ...told, attempt: 1, change };
}

const sentAt = '2026-11-20T09:01:00.000Z';
const delivered = { type: 'delivered', sentAt, at: sentAt, parts: 2 } as const;
const stop: ConsentEntry = {
  ...{ kind: 'consent', ...base, day: '2026-12-01', time: '2026-12-01T10:00:00.000Z', id: 'consent#1' },
  ...{ subject: 's1.a', scope: 'messages', change: 'withdrawn', channel: 'web', textVersion: '1' },
};
const entries: readonly JournalEntry[] = [
  selected('a1', '2026-11-20', 'culture', [
    line('a', '26-59', ['g1', 'g2']),
    line('b', '6-11', ['g1']),
    line('c', 'inconnu', ['g2'], 'landline'),
  ]),
  message('a1', 'a', '2026-11-20', delivered),
  message('a1', 'a', '2026-11-20', { type: 'sent', sentAt, parts: 2 }),
  message('a1', 'b', '2026-11-20', {
    type: 'failed',
    sentAt,
    at: sentAt,
    cause: 'invalid',
    permanent: true,
    final: true,
    parts: 1,
  }),
  {
    ...{
      kind: 'alert',
      ...base,
      alertId: 'rappels',
      day: '2026-12-02',
      time: '2026-12-02T09:00:00.000Z',
      id: 'alert#r',
    },
    change: { type: 'reminders', lines: [`d1-2026-12-03-1|${line('b', '6-11', ['g1'])}`] },
  },
  {
    ...message('x', 'b', '2026-12-02', { ...delivered, parts: 1 }),
    messageId: 'reminder-d1-2026-12-03-1-s1.b',
    purpose: 'reminder',
  },
  stop,
];

describe('statistics of a centre', () => {
  it('ALERTES-08: by month, group, category and age: sends, deliveries, failures, STOP, as they were on the day', () => {
    const figures = alertFigures(entries, 's1');
    expect(figures.total).toEqual({
      sent: 3,
      delivered: 2,
      failed: 1,
      undetermined: 0,
      skipped: 1,
      stops: 1,
      parts: 4,
    });
    expect(figures.months.get('2026-11')).toEqual({
      ...noCounts,
      sent: 2,
      delivered: 1,
      failed: 1,
      skipped: 1,
      parts: 3,
    });
    expect(figures.months.get('2026-12')).toEqual({ ...noCounts, sent: 1, delivered: 1, stops: 1, parts: 1 });
    expect(figures.groups.get('g1')).toMatchObject({ sent: 3, delivered: 2, failed: 1, stops: 1 });
    expect(figures.groups.get('g2')).toMatchObject({ sent: 1, delivered: 1, skipped: 1, stops: 1 });
    expect(figures.categories.get('culture')).toMatchObject({ sent: 2, stops: 1 });
    expect(figures.categories.get('rappel')).toMatchObject({ sent: 1, delivered: 1 });
    expect(figures.bands.get('6-11')).toMatchObject({ sent: 2, delivered: 1, failed: 1 });
    expect(figures.bands.get('26-59')).toMatchObject({ sent: 1, stops: 1 });
    expect(figures.alerts).toBe(1);
  });

  it('COMMON-30: the same journal in any order, repeated, gives the same figures; months, categories and ages add up to the total', () => {
    const whole = alertFigures(entries, 's1');
    fc.assert(
      fc.property(fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length * 2 }), (told) => {
        const figures = alertFigures(told, 's1');
        expect(figures).toEqual(whole);
        for (const part of [figures.months, figures.categories, figures.bands]) {
          expect(addCounts([...part.values()])).toEqual(figures.total);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ALERTES-11: ages are those of the day, 29 February included', () => {
    expect(bandOf('2020-11-23', '2026-11-22')).toBe('0-5');
    expect(bandOf('2020-11-23', '2026-11-23')).toBe('6-11');
    expect(bandOf('2008-02-29', '2026-02-28')).toBe('12-17');
    expect(bandOf('2008-02-29', '2026-03-01')).toBe('18-25');
    expect(bandOf(undefined, '2026-03-01')).toBe('inconnu');
  });

  it('ALERTES-08: members, consents, groups and who can be written to', async () => {
    const one = (more: Partial<Member>): Member => ({
      ...{ memberId: 'm', lastName: 'D', firstName: 'M', groups: ['g1'], createdAt: '', createdBy: '', changedAt: '' },
      ...{ changedBy: '', version: 1, ...more },
    });
    const said = (change: 'given' | 'withdrawn') =>
      ({ change, at: '', by: '', channel: 'agent', textVersion: 'v1' }) as const;
    async function* pages() {
      yield [
        one({ consent: said('given'), phone: { e164: '+33612345678', kind: 'mobile' }, birthDate: '1990-01-01' }),
        one({ consent: said('given'), phone: { e164: '+33320123456', kind: 'fixed' } }),
      ];
      yield [one({ consent: said('withdrawn'), groups: ['g1', 'g2'] }), one({ groups: [] })];
    }
    const figures = await memberFigures(pages(), '2026-11-23');
    expect(figures).toMatchObject({
      ...{ members: 4, reachable: 1, landlines: 1, withoutNumber: 2, consents: { given: 2, withdrawn: 1, none: 1 } },
      groups: new Map([
        ['g1', 3],
        ['g2', 1],
      ]),
    });
    expect(figures.bands.get('26-59')).toBe(1);
    expect(figures.bands.get('inconnu')).toBe(3);
  });

  it('ALERTES-08: months follow each other over the year', () => {
    expect(monthsFrom('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });
});
