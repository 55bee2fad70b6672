import { describe, expect, it } from 'vitest';
import { type DashboardPorts, issueDashboards } from '../../../domain/dashboard/issue-dashboard.ts';
import { issuePack } from '../../../domain/dashboard/issue-pack.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import type { ReportIssue } from '../../../domain/report/report-catalogue.ts';
import { everyEvening } from '../../../lib/functions/report-clock.ts';
import { calendar } from '../../../programmes/suivi/calendar.ts';
import { dashboard } from '../../../programmes/suivi/dashboard.ts';
import { protocol } from '../../../programmes/suivi/protocol.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';
import { at, message, monday, questionnaire, sha256 } from './follow-up-day.ts';
import { twoDays } from './two-days.ts';

const programme = { name: 'suivi', title: 'Suivi – ARS PACA' };
const evening = (day: string) => at(day, '19:30');

function world(entries: readonly JournalEntry[] = twoDays) {
  const issues = new Map<string, ReportIssue>();
  const files = new Map<string, string>();
  const notices: string[] = [];
  const put = (value: unknown) => Promise.resolve(new TextEncoder().encode(JSON.stringify(value)));
  const ports: DashboardPorts = {
    journal: {
      read: async (_, day, kind) =>
        entries.filter((entry) => entry.day === day && (kind === undefined || entry.kind === kind)),
    },
    content: new MemoryContent({ calendar, protocol, dashboard }),
    workbooks: { dashboard: ({ total }) => put(total), pack: ({ total, before }) => put([total.due, before.due]) },
    sha256,
    catalogue: {
      issuesOf: async (_, kind, period) =>
        [...issues.values()].filter((one) => one.kind === kind && one.period === period),
      claim: async (issue) => !issues.has(issue.key) && issues.set(issue.key, issue).size > 0,
      update: async (issue) => void issues.set(issue.key, issue),
    },
    store: { put: async (key, bytes) => void files.set(key, new TextDecoder().decode(bytes)) },
    notices: { tell: async (_, title) => void notices.push(title) },
    reportsUrl: 'https://exemple.fr/rapports',
  };
  const evenings = async (...days: readonly string[]) => {
    const made: string[] = [];
    for (const day of days) {
      const { issues: all } = await issueDashboards({ programme, tick: evening(day) }, ports);
      made.push(...all.map(({ key }) => key.replace(/^suivi\/tableau-de-bord\/[^/]+\//, '')));
    }
    return made;
  };
  return { ports, files, notices, evenings };
}

const name = (day: string, number: string) => `SUIVI_tableau-de-bord_${day}_${number}.xlsx`;

describe('ARS-23: the dashboard is sent every evening by 20:00', () => {
  it('at 19:30 of the programme’s clock, closed days included', () => {
    expect(everyEvening(calendar)).toBe('cron(30 19 ? * * *)');
    const late = { from: '2026-01-01', hours: { '1': [{ opens: '09:00', closes: '20:00' }] } };
    expect(() => everyEvening({ ...calendar, weeks: [late] })).toThrow(/closes at 20:00.*before 19:30/);
  });

  it('provisional the same evening, definitive once three whole days have passed, and once only', async () => {
    const { evenings, notices, files } = world();
    const made = await evenings('2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28');
    expect(made).toEqual([
      name('2026-02-23', '001-provisoire'),
      name('2026-02-24', '001-provisoire'),
      name('2026-02-25', '001-provisoire'),
      name('2026-02-26', '001-provisoire'),
      name('2026-02-27', '001-provisoire'),
      name('2026-02-23', '002-definitif'),
      name('2026-02-28', '001-provisoire'),
      name('2026-02-24', '002-definitif'),
    ]);
    expect(notices).toHaveLength(8);
    expect(notices[0]).toBe('Suivi – ARS PACA : rapport de suivi provisoire du lundi 23 février 2026');
    expect([...files.keys()][0]).toBe(`suivi/tableau-de-bord/2026-02-23/${name('2026-02-23', '001-provisoire')}`);
  });

  it('makes nothing new when the same evening comes again', async () => {
    const { evenings, files } = world();
    await evenings('2026-02-23', '2026-02-23');
    expect(files.size).toBe(1);
  });

  it('A-23: of a closed day only when messages left', async () => {
    const sunday = '2026-03-01';
    expect(await world().evenings(sunday)).toEqual([]);
    const sent = message(sunday, '09:15', 'p13c', 'j2', { type: 'sent', sentAt: at(sunday, '09:00'), parts: 1 });
    expect(await world([sent]).evenings(sunday)).toEqual([name(sunday, '001-provisoire')]);
  });

  it('counts in the definitive edition the answers of the days after', async () => {
    const late = questionnaire('2026-02-25', '08:00', 'p84c', 'j2');
    const { evenings, files } = world([...twoDays, late]);
    await evenings(monday, '2026-02-27');
    const delays = [...files]
      .filter(([key]) => key.includes(monday))
      .map(([, total]) => JSON.parse(total).answerDelays.length);
    expect(delays).toEqual([2, 3]);
  });

  it('is made again on request, and refused for a day to come', async () => {
    const { ports } = world();
    const tick = '2026-03-02T10:00:00.000Z';
    const { issues } = await issueDashboards({ programme, tick, day: monday }, ports);
    expect(issues).toMatchObject([{ period: monday, state: 'definitive', number: 1 }]);
    await expect(issueDashboards({ programme, tick, day: '2026-03-03' }, ports)).rejects.toThrow(/2026-03-03.*up to/);
  });
});

describe('ARS-34: the workbook of the weekly meeting', () => {
  it('tells of the week that ended and of the one before', async () => {
    const { ports, files, notices } = world();
    const { issues } = await issuePack({ programme, tick: at('2026-03-02', '07:00') }, ports);
    expect(issues).toMatchObject([{ kind: 'pack', period: '2026-W09', state: 'provisional' }]);
    expect([...files]).toEqual([
      ['suivi/point-hebdomadaire/2026-S09/SUIVI_point-hebdomadaire_2026-S09_001-provisoire.xlsx', '[6,0]'],
    ]);
    expect(notices).toEqual(['Suivi – ARS PACA : rapport hebdomadaire de suivi provisoire de la semaine 9 de 2026']);
    const again = await issuePack({ programme, tick: at('2026-03-09', '07:00'), week: '2026-W09' }, ports);
    expect(again.issues).toMatchObject([{ state: 'definitive', number: 2 }]);
  });
});
