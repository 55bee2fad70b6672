import { describe, expect, test } from 'vitest';
import type { Campaign, Cycle } from '../../../domain/campaign/campaign.ts';
import { type CyclePorts, issueCycles } from '../../../domain/cycle-report/issue-cycles.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import type { ReportIssue } from '../../../domain/report/report-catalogue.ts';
import { heatWaveQuestionnaire } from '../../../programmes/reflex/questionnaire.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { checkPromises } from '../../../scripts/check-promises.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';
import { policy } from '../attempt/heat-wave.ts';
import { activated, attempt, closed, loaded, cycle as name, paris, sha256, subject } from './cycle-fixture.ts';

const programme = { name: 'reflex', title: 'REFLEX – Ville de Paris' };
const running: Cycle = {
  n: 1,
  from: paris(6, '09:00'),
  until: paris(8, '09:00'),
  renewsAt: paris(8, '09:00'),
  firstCallBy: paris(6, '13:00'),
  state: 'ready',
  size: 1,
  callable: 1,
  shards: 1,
};
const ended: Cycle = { ...running, state: 'ended', endedAt: paris(8, '09:01') };
const entries: readonly JournalEntry[] = [
  activated,
  loaded('anna'),
  attempt('anna', 1, paris(6, '09:03'), 'complete'),
  closed('anna', paris(6, '09:04'), 'useful'),
];

function world(cycle: Cycle) {
  const campaign: Campaign = {
    id: name.campaign,
    type: 'canicule',
    drill: false,
    state: 'active',
    level: 3,
    activatedAt: cycle.from,
    activatedBy: 'ville',
    cycles: [cycle],
    version: 1,
  };
  const issues = new Map<string, ReportIssue>();
  const files = new Map<string, Uint8Array>();
  const notices: string[] = [];
  const faults = new Set<string>();
  const ports: CyclePorts = {
    campaigns: { campaigns: async () => [campaign] },
    journal: { read: async (_, day) => entries.filter((entry) => entry.day === day) },
    content: new MemoryContent({
      calendar: subject.calendar,
      questionnaires: [heatWaveQuestionnaire],
      referralRules,
      campaignTypes: [
        {
          code: 'canicule',
          label: 'Canicule',
          crisis: 'canicule',
          triggerLevel: 3,
          questionnaire: heatWaveQuestionnaire.id,
          policy,
          cycleHours: 48,
          startWithinHours: 4,
          restartNoSoonerThanHours: 24,
          scheme: 'CANICULE',
          mode: 'progressive',
          pacing: { ratio: 1, afterCallMedianSeconds: 60, waitingThreshold: 0 },
          texts: { announcement: '', ringBack: '' },
        },
      ],
    }),
    workbooks: { cycle: async (report) => new TextEncoder().encode(JSON.stringify(report.total)) },
    sha256,
    catalogue: {
      issuesOf: async (_, kind, period) =>
        [...issues.values()].filter((one) => one.kind === kind && one.period === period),
      claim: async (issue) => !issues.has(issue.key) && issues.set(issue.key, issue).size > 0,
      update: async (issue) => {
        issues.set(issue.key, issue);
      },
    },
    store: {
      put: async (key, bytes) => {
        if (faults.delete(key.split('.').at(-1) ?? '')) {
          throw new Error('put crashed');
        }
        files.set(key, bytes);
      },
    },
    notices: {
      tell: async (_, title) => {
        notices.push(title);
      },
    },
    reportsUrl: 'https://exemple.fr/rapports',
  };
  return { ports, files, notices, faults };
}

const folder = `reflex/cycle/${name.campaign}-1/REFLEX_cycle_${name.campaign}-1`;
const textOf = (files: ReadonlyMap<string, Uint8Array>, key: string) => new TextDecoder().decode(files.get(key));

describe('REFLEX-32: reports of cycles, each hour', () => {
  test('progress of the hours in which people were called, without telling anybody', async () => {
    const { ports, files, notices } = world(running);
    for (const tick of [
      paris(6, '09:00'),
      paris(6, '10:00'),
      paris(6, '19:00'),
      paris(6, '20:00'),
      paris(7, '03:00'),
    ]) {
      await issueCycles({ programme, tick }, ports);
    }
    expect([...files.keys()]).toEqual([`${folder}_001-provisoire.xlsx`, `${folder}_002-provisoire.xlsx`]);
    expect(notices).toEqual([]);
  });

  test('once, half an hour after its end: the report, and a proof that holds', async () => {
    const { ports, files, notices } = world(ended);
    expect((await issueCycles({ programme, tick: paris(8, '09:30') }, ports)).issues[0]?.state).toBe('provisional');
    for (const tick of [paris(8, '10:00'), paris(8, '10:00'), paris(8, '11:00')]) {
      await issueCycles({ programme, tick }, ports);
    }
    expect([...files.keys()].filter((key) => key.includes('definitif'))).toEqual([
      `${folder}_002-definitif_preuve.json`,
      `${folder}_002-definitif_journal.ndjson`,
      `${folder}_002-definitif.xlsx`,
    ]);
    expect(notices).toEqual([
      'REFLEX – Ville de Paris : rapport de campagne définitif du cycle 1 (Canicule, activé le 06/07/2026 à 09:00)',
    ]);
    const proof = JSON.parse(textOf(files, `${folder}_002-definitif_preuve.json`));
    expect(checkPromises(proof, textOf(files, `${folder}_002-definitif_journal.ndjson`))).toEqual([]);
  });

  test.each(['json', 'ndjson', 'xlsx'])(
    'a crash while the .%s is written is repaired by the same tick',
    async (extension) => {
      const { ports, files, faults, notices } = world(ended);
      faults.add(extension);
      const order = { programme, tick: paris(8, '10:00') };
      await expect(issueCycles(order, ports)).rejects.toThrow('put crashed');
      await issueCycles(order, ports);
      expect(files.size).toBe(3);
      expect(notices).toHaveLength(1);
    },
  );

  test('ARS-23: nothing of a campaign that is fed, which has no end', async () => {
    const { ports, files } = world({ ...running, fed: true });
    expect(await issueCycles({ programme, tick: paris(6, '10:00') }, ports)).toMatchObject({ issues: [] });
    expect(files.size).toBe(0);
  });
});
