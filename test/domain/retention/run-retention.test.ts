import { describe, expect, test } from 'vitest';
import type { Content } from '../../../domain/content/content.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { forgetPeople } from '../../../domain/retention/forget-people.ts';
import type { Keeper } from '../../../domain/retention/keeper.ts';
import { personData } from '../../../domain/retention/person-data.ts';
import type { ErasureOrder, RetentionBook, RetentionRun } from '../../../domain/retention/retention-book.ts';
import { keptSince, retentionPlan } from '../../../domain/retention/retention-plan.ts';
import type { RetentionRules } from '../../../domain/retention/retention-rules.ts';
import { runRetention } from '../../../domain/retention/run-retention.ts';
import { calendar } from '../../../programmes/suivi/calendar.ts';
import { retention } from '../../../programmes/suivi/retention.ts';
import { survey } from '../../../programmes/suivi/survey.ts';

const programme = 'suivi';
const rules: RetentionRules = {
  keep: [
    { data: 'answers', label: 'Réponses', from: 'la réponse', months: 3, basis: 'santé' },
    { data: 'stop', label: 'Oppositions', from: 'ce jour', months: 36, basis: 'preuve' },
  ],
};

/** Items with an instant each, of whoever, in memory. */
function world(items: Record<string, { readonly data: string; readonly at: string; readonly person: string }>) {
  const entries: JournalEntry[] = [];
  const runs = new Map<string, RetentionRun>();
  const orders: ErasureOrder[] = [];
  let crashAt = 0;
  let steps = 0;
  const crash = (at: number) => {
    crashAt = at;
    steps = 0;
  };
  const keeper = (data: string): Keeper => ({
    data,
    async purge({ before, after = '', most }) {
      steps += 1;
      if (steps === crashAt) throw new Error('crash');
      const left = Object.keys(items)
        .filter((id) => items[id]?.data === data && id > after)
        .sort();
      const looked = left.slice(0, most);
      const over = looked.filter((id) => (items[id]?.at ?? '') < before);
      for (const id of over) delete items[id];
      const next = looked.length < left.length ? looked.at(-1) : undefined;
      return { looked: looked.length, forgotten: over.length, ...(next === undefined ? {} : { next }) };
    },
    async forget(_, people) {
      const own = Object.keys(items).filter((id) => items[id]?.data === data && people.includes(items[id].person));
      for (const id of own) delete items[id];
      return own.length;
    },
    tell: async (_, person) =>
      Object.values(items).flatMap((one) => (one.data === data && one.person === person ? [{ ...one }] : [])),
  });
  const book: RetentionBook = {
    run: async (_, day) => runs.get(day),
    writeRun: async (_, run) => {
      const isNext = (runs.get(run.day)?.version ?? 0) === run.version - 1;
      if (isNext) runs.set(run.day, run);
      return isNext;
    },
    order: async (_, order) => void (orders.some(({ person }) => person === order.person) || orders.push(order)),
    orders: async () => orders,
  };
  const content = {
    inForce: async (_: string, kind: string) => (kind === 'retentionRules' ? rules : calendar),
  } as Content;
  const journal = { append: async (more: readonly JournalEntry[]) => void entries.push(...more) };
  const ports = { keepers: [keeper('answers'), keeper('stop')], book, content, journal };
  const night = async (at: string, most = 100) => await runRetention({ programme, at, most }, ports);
  return { ports, night, entries, runs, orders, items, crash };
}

const old = { at: '2026-01-10T10:00:00.000Z', person: 'p1' };

describe('COMMON-13: what was kept long enough goes', () => {
  test('by kind, from the first night on which it is over; the certificate has counts and nobody', async () => {
    const { night, items, entries } = world({
      a: { ...old, data: 'answers' },
      b: { ...old, data: 'answers', at: '2026-06-01T10:00:00.000Z', person: 'p2' },
      c: { ...old, data: 'stop' },
    });
    await night('2026-04-10T01:00:00.000Z');
    expect(Object.keys(items)).toEqual(['a', 'b', 'c']);
    await night('2026-04-11T01:00:00.000Z');
    expect(Object.keys(items)).toEqual(['b', 'c']);
    expect(entries.map(({ id }) => id)).toEqual([
      'retention#2026-04-10#answers',
      'retention#2026-04-10#stop',
      'retention#2026-04-11#answers',
      'retention#2026-04-11#stop',
    ]);
    expect(entries[2]).toMatchObject({
      change: {
        type: 'purged',
        data: 'answers',
        months: 3,
        before: '2026-01-10T23:00:00.000Z',
        looked: 2,
        forgotten: 1,
      },
    });
    expect(JSON.stringify(entries)).not.toContain('p1');
  });

  test('bounded, resumed after a crash wherever it is, done once a night', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [`i${String(n).padStart(2, '0')}`, { ...old, data: 'answers' }]),
    );
    const { night, items, entries, runs, crash } = world(many);
    crash(2);
    await night('2026-06-01T00:00:00.000Z', 10);
    expect(Object.keys(items)).toHaveLength(15);
    crash(1);
    await expect(night('2026-06-01T00:10:00.000Z', 10)).rejects.toThrow('crash');
    crash(0);
    await night('2026-06-01T00:20:00.000Z', 10);
    expect(entries).toEqual([]);
    await night('2026-06-01T00:30:00.000Z', 10);
    expect(Object.keys(items)).toHaveLength(0);
    expect(entries[0]).toMatchObject({ change: { data: 'answers', looked: 25, forgotten: 25 } });
    const done = runs.get('2026-06-01');
    await night('2026-06-01T00:50:00.000Z', 10);
    expect(runs.get('2026-06-01')).toBe(done);
    expect(entries).toHaveLength(2);
  });

  test('ARS-44: the end of the contract and its renewals move the last day of all that is kept', () => {
    const plan = (renewals: number) =>
      retentionPlan(
        { ...rules, contract: { begins: '2026-01-01', months: 3, renewalMonths: 1, renewals } },
        'Europe/Paris',
        '2026-02-01T12:00:00.000Z',
      );
    expect(plan(0)).toMatchObject({ contractEnds: '2026-03-31', kept: [{ lastDay: '2026-06-30' }, {}] });
    expect(plan(2)).toMatchObject({ contractEnds: '2026-05-31', kept: [{ lastDay: '2026-08-31' }, {}] });
    expect(plan(0).kept[0]?.goneBefore).toBe('2025-11-01');
  });

  test('ARS-48: health data are not kept beyond three months, an opposition is three years', () => {
    const months = Object.fromEntries(retention.retentionRules.keep.map((one) => [one.data, one.months]));
    expect(months).toMatchObject({ 'follow-up': 3, register: 3, questionnaire: 3, message: 3, link: 3, consent: 36 });
    // COMMON-16: what people read is what is done.
    expect(JSON.stringify(survey)).toContain(`effacées ${months['follow-up']} mois après la fin de votre suivi`);
    // A day of 25 hours between: months are of the calendar.
    expect(keptSince(3, 'Europe/Paris', '2026-12-31T01:00:00.000Z')).toBe('2026-09-29T22:00:00.000Z');
  });
});

describe('COMMON-14: all of a person goes at once', () => {
  test('everywhere, told and ordered; what comes in after goes the next nights', async () => {
    const { ports, night, items, entries, orders } = world({
      a: { ...old, data: 'answers' },
      b: { ...old, data: 'stop' },
      c: { ...old, data: 'answers', person: 'p2', at: '2026-02-01T00:00:00.000Z' },
    });
    const at = '2026-02-01T10:00:00.000Z';
    const order = { programme, people: ['p1'], at, by: 'superviseur' };
    expect(await forgetPeople(order, ports)).toEqual({ answers: 1, stop: 1 });
    await forgetPeople(order, ports);
    expect(orders).toHaveLength(1);
    expect(Object.keys(items)).toEqual(['c']);
    expect(entries[0]).toMatchObject({ id: 'retention#p1', change: { type: 'forgotten', by: 'superviseur' } });
    items['late'] = { data: 'answers', at: '2026-02-01T10:00:01.000Z', person: 'p1' };
    await night('2026-02-02T01:00:00.000Z');
    expect(Object.keys(items)).toEqual(['c']);
    items['late'] = { data: 'answers', at: '2026-02-20T10:00:01.000Z', person: 'p1' };
    await night('2026-02-21T01:00:00.000Z');
    expect(Object.keys(items)).toEqual(['c', 'late']);
  });

  test('COMMON-15: a person is told all that is kept, by kind, under all their ids', async () => {
    const { ports } = world({ a: { ...old, data: 'answers' }, b: { ...old, data: 'stop', person: 'p2' } });
    const told = await personData({ name: programme, title: 'Suivi' }, ['p1', 'p2'], '2026-02-01T10:00:00.000Z', ports);
    expect(told).toMatchObject({ programme: 'Suivi', people: ['p1', 'p2'] });
    expect(told.kept).toEqual({
      answers: [{ ...old, data: 'answers' }],
      stop: [{ ...old, data: 'stop', person: 'p2' }],
    });
  });
});
