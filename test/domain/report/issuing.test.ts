import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import type { DailyReport } from '../../../domain/report/daily.ts';
import { type DailyPorts, issueDaily } from '../../../domain/report/issue-daily.ts';
import { issueWeekly } from '../../../domain/report/issue-weekly.ts';
import type { ReportIssue } from '../../../domain/report/report-catalogue.ts';
import type { WeeklyReport } from '../../../domain/report/weekly.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';
import { at, created, friday, inbound, question, reached, sha256, talk } from './journal-fixture.ts';

const content = new MemoryContent({ objectives: { answerRate: 0.8 } });

/** Ports in memory, and what went through them. */
function world(entries: readonly JournalEntry[] = []) {
  const issues = new Map<string, ReportIssue>();
  const files = new Map<string, string>();
  const notices: string[] = [];
  const models: (DailyReport | WeeklyReport)[] = [];
  const faults = new Set<'put' | 'tell'>();
  const keyOf = ({ kind, period, number }: ReportIssue) => `${kind} ${period} ${number}`;
  const failOnce = (fault: 'put' | 'tell') => {
    if (faults.delete(fault)) {
      throw new Error(`${fault} crashed`);
    }
  };
  const workbook = async (report: DailyReport | WeeklyReport, stamp: object) => {
    models.push(report);
    return new TextEncoder().encode(JSON.stringify([report, stamp]));
  };
  const ports: DailyPorts = {
    content,
    sha256,
    journal: {
      read: async (_programme, day) => entries.filter((entry) => entry.day === day),
      questionsThrough: async (_programme, day) =>
        entries.filter((entry) => entry.kind === 'question').filter((entry) => entry.day <= day),
    },
    catalogue: {
      issuesOf: async (_programme, kind, period) =>
        [...issues.values()].filter((issue) => issue.kind === kind && issue.period === period),
      claim: async (issue) => {
        const free = !issues.has(keyOf(issue));
        if (free) {
          issues.set(keyOf(issue), issue);
        }
        return free;
      },
      update: async (issue) => {
        issues.set(keyOf(issue), issue);
      },
    },
    store: {
      put: async (key, bytes) => {
        failOnce('put');
        files.set(key, sha256(new TextDecoder().decode(bytes)));
      },
    },
    notices: {
      tell: async (_programme, subject, text) => {
        failOnce('tell');
        notices.push(`${subject}\n${text}`);
      },
    },
    reportsUrl: 'https://exemple.nc/rapports',
    workbooks: { daily: workbook, weekly: workbook },
  };
  return { ports, issues, files, notices, models, faults };
}

const close = (day: string) => at('16:30:00', day);
const order = (tick: string, day?: string) => ({ programme: samps, tick, ...(day === undefined ? {} : { day }) });
const monday = '2025-07-07';

describe('SAMPS-35: the reports of a closing', () => {
  const entries = [inbound('a', talk()), inbound('b'), created('k', 'b')];

  test('the day is provisional, the previous open day definitive, each under its number', async () => {
    const { ports, files, notices } = world(entries);
    await issueDaily(order(close(friday)), ports);
    const { issues } = await issueDaily(order(close(monday)), ports);
    expect(issues.map(({ period, number, state, noticed }) => [period, number, state, noticed])).toEqual([
      [monday, 1, 'provisional', true],
      [friday, 2, 'definitive', true],
    ]);
    expect([...files.keys()]).toEqual([
      'samps/quotidien/2025-07-04/SAMPS_quotidien_2025-07-04_001-provisoire.xlsx',
      'samps/quotidien/2025-07-03/SAMPS_quotidien_2025-07-03_001-definitif.xlsx',
      'samps/quotidien/2025-07-07/SAMPS_quotidien_2025-07-07_001-provisoire.xlsx',
      'samps/quotidien/2025-07-04/SAMPS_quotidien_2025-07-04_002-definitif.xlsx',
    ]);
    expect(notices).toHaveLength(4);
  });

  test('A-01: a callback that reaches on Monday raises the rate of Friday in its definitive report', async () => {
    const late = reached('k', at('10:00:00', monday));
    const before = world(entries);
    await issueDaily(order(close(friday)), before.ports);
    const after = world([...entries, late]);
    await issueDaily(order(close(monday)), after.ports);
    const rateOf = (models: readonly (DailyReport | WeeklyReport)[]) =>
      models.flatMap((model) => ('day' in model && model.day === friday ? [model.total.reachedByCallback] : []));
    expect(rateOf(before.models)).toEqual([0]);
    expect(rateOf(after.models)).toEqual([1]);
  });

  test('design decision 6: the same tick again issues nothing twice', async () => {
    const { ports, issues, files, notices } = world(entries);
    await issueDaily(order(close(monday)), ports);
    const first = [...files];
    await issueDaily(order(close(monday)), ports);
    expect([...files]).toEqual(first);
    expect(issues.size).toBe(2);
    expect(notices).toHaveLength(2);
  });

  test.each(['put', 'tell'] as const)(
    'a crash at %s is repaired by the same order, under the same number',
    async (fault) => {
      const { ports, issues, files, notices, faults } = world(entries);
      faults.add(fault);
      await expect(issueDaily(order(close(monday)), ports)).rejects.toThrow('crashed');
      await issueDaily(order(close(monday)), ports);
      const calm = world(entries);
      await issueDaily(order(close(monday)), calm.ports);
      expect([...files]).toEqual([...calm.files]);
      expect([...issues]).toEqual([...calm.issues]);
      expect(notices).toEqual(calm.notices);
    },
  );

  test('two orders that race for a number take two', async () => {
    const { ports } = world(entries);
    const issued = await Promise.all([
      issueDaily(order(close(friday), friday), ports),
      issueDaily(order(at('17:00:00'), friday), ports),
    ]);
    expect(issued.flatMap(({ issues }) => issues.map(({ number }) => number)).sort()).toEqual([1, 2]);
  });

  test('a closed day has no report, and says so; its definitive waits for the next open day', async () => {
    const { ports, files } = world(entries);
    const saturday = await issueDaily(order(close('2025-07-05')), ports);
    expect(saturday).toEqual({
      issues: [],
      nothingBecause: 'samps is closed on 2025-07-05 and owes no definitive report',
    });
    expect(files.size).toBe(0);
  });

  test('SAMPS-08: after the last day its definitive report is made at the next tick, once', async () => {
    const { ports } = world();
    await issueDaily(order(close('2025-12-31')), ports);
    const { issues } = await issueDaily(order(close('2026-01-01')), ports);
    expect(issues.map(({ period, state }) => [period, state])).toEqual([['2025-12-31', 'definitive']]);
    expect((await issueDaily(order(close('2026-01-02')), ports)).issues).toEqual([]);
  });

  test('the notice is French, leads to the page, and holds no figure nor signed link', async () => {
    const { ports, notices } = world(entries);
    await issueDaily(order(close(friday), friday), ports);
    expect(notices[0]).toContain('SAMPS – Province Sud : rapport quotidien provisoire du vendredi 4 juillet 2025');
    expect(notices[0]).toContain('https://exemple.nc/rapports');
    expect(notices[0]).not.toContain('X-Amz');
  });
});

describe('COMMON-30: re-issues', () => {
  test('a day asked for again takes the next number, in the state of that moment', async () => {
    const { ports } = world();
    await issueDaily(order(close(friday)), ports);
    const again = await issueDaily(order(at('18:00:00'), friday), ports);
    expect(again.issues).toMatchObject([{ period: friday, number: 2, state: 'provisional' }]);
    const later = await issueDaily(order(at('09:00:00', '2025-07-10'), friday), ports);
    expect(later.issues).toMatchObject([{ number: 3, state: 'definitive' }]);
  });

  test('SAMPS-11: before midnight in UTC it is already the next day in Nouméa', async () => {
    const { ports } = world();
    const { issues } = await issueDaily(order('2025-07-03T21:00:00.000Z', friday), ports);
    expect(issues).toMatchObject([{ period: friday }]);
  });

  test.each(['2025-07-05', '2025-07-08', '2026-02-02', '2025-02-28'])(
    'a closed, future or foreign day is refused: %s',
    async (day) => {
      const { ports, issues } = world();
      await expect(issueDaily(order(close(friday), day), ports)).rejects.toThrow(
        `No daily report of "${day}"; accepted: an open day of 2025-03-01 to 2025-12-31, up to today 2025-07-04`,
      );
      expect(issues.size).toBe(0);
    },
  );

  test('an open day without calls is a report of zeros', async () => {
    const { ports, models } = world();
    await issueDaily(order(close(friday), friday), ports);
    expect(models).toMatchObject([{ total: { received: 0, offered: 0 } }]);
  });
});

describe('SAMPS-36: the reports of a Monday', () => {
  const tick = at('07:00:00', monday);

  test('the week that ended is provisional, the one before definitive; again, nothing', async () => {
    const { ports, models, files } = world([
      inbound('a', talk()),
      inbound('s', { day: '2025-07-05', initiatedAt: at('10:00:00', '2025-07-05'), opening: 'closed' }),
      question('q', 'opened', at('10:00:00', '2025-05-02'), { day: '2025-05-02' }),
    ]);
    await issueWeekly({ programme: samps, tick }, ports);
    await issueWeekly({ programme: samps, tick }, ports);
    expect([...files.keys()]).toEqual([
      'samps/hebdomadaire/2025-S27/SAMPS_hebdomadaire_2025-S27_001-provisoire.xlsx',
      'samps/hebdomadaire/2025-S26/SAMPS_hebdomadaire_2025-S26_001-definitif.xlsx',
    ]);
    expect(models[0]).toMatchObject({
      week: '2025-W27',
      closedDayCalls: 1,
      figures: { openDays: 5, total: { received: 1, pendingQuestions: 1 } },
      earlier: [{ week: '2025-W23' }, { week: '2025-W24', openDays: 4 }, { week: '2025-W25' }, { week: '2025-W26' }],
    });
  });

  test('before the service there is nothing; a week to come is refused', async () => {
    const { ports } = world();
    const before = await issueWeekly({ programme: samps, tick: at('07:00:00', '2025-03-03') }, ports);
    expect(before.issues).toEqual([]);
    expect(before.nothingBecause).toContain('no open day');
    await expect(issueWeekly({ programme: samps, tick, week: '2025-W40' }, ports)).rejects.toThrow('up to 2025-W28');
    await expect(issueWeekly({ programme: samps, tick, week: 'juillet' }, ports)).rejects.toThrow('is not an ISO week');
  });
});
