import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises } from '../../simulation/invariants.ts';
import { type Centre, openCentre } from '../../simulation/open-centre.ts';
import { accountOf, type DayAccount, playDays } from '../../simulation/play.ts';
import { programmeWorld } from '../../simulation/programme-world.ts';
import { registerOf, wholeJournal } from '../../simulation/read-centre.ts';
import { openWorkbook, table } from '../../simulation/read-workbook.ts';
import { differences } from '../../simulation/reconcile.ts';
import { assembly, scratch } from '../support/assembly.ts';

/** A short day: the client's two lists are imported, one order is placed, and two agents call beside the few who ring. */
describe('SAMPS-29: a day of outbound calls beside inbound ones', () => {
  let centre: Centre;
  let account: DayAccount;

  beforeAll(async () => {
    const day = {
      seed: 3,
      date: '2025-07-08',
      days: 1,
      agents: 2,
      volume: 6,
      orderPeople: 20,
      concurrency: 4,
      inProcess: {},
    };
    centre = await openCentre({
      ...day,
      world: programmeWorld('samps'),
      assembly: assembly(),
      state: scratch('orders'),
    });
    await playDays(centre);
    account = await accountOf(centre, '2025-07-08');
  }, 120_000);

  afterAll(() => centre.cloud.stop());

  it('the workbook, the journal and the diaries agree on calls given and people reached', () => {
    const given = account.comparisons.find(({ figure }) => figure === 'Appels émis (démarchage)');
    expect(given?.lived).toBeGreaterThan(20);
    expect(differences(account.comparisons)).toEqual([]);
    expect(centre.cloud.failures()).toEqual([]);
  });

  it('SAMPS-30: who is on both lists is rung for one order, SAMPS-34: inside 07:30 to 16:00, no more than the policy', async () => {
    const open = centre.days.flatMap(({ open: hours }) => (hours === undefined ? [] : [hours]));
    const evidence = { diary: centre.diary, open, maxAttempts: 3, maxOrderRings: 4 };
    const [journal, register] = await Promise.all([wholeJournal(centre.cloud), registerOf(centre.cloud)]);
    expect(brokenPromises({ ...evidence, journal, register })).toEqual([]);
  });

  it('SAMPS-32: the sheet « Démarchage » shows the order, its people, its end; SAMPS-38: by scheme, which add up', async () => {
    const workbook = await openWorkbook(account.report?.bytes ?? new Uint8Array());
    const orders = table(workbook, 'Démarchage', 'Campagne');
    const of = (column: string) => orders.number('Relances n° 1', column);
    expect(of('Total')).toBe(20);
    expect(of('Joints') + of('Refus') + of('Non joints') + of('Restant')).toBe(20);
    expect(of('Traités')).toBe(20 - of('Restant'));
    const schemes = table(workbook, 'Démarchage', 'Dispositif');
    for (const column of ['Total', 'Joints', 'Refus', 'Non joints', 'Restant']) {
      expect(schemes.number('Total', column)).toBe(of(column));
      const parts = schemes.rows.filter((row) => row !== 'Total').map((row) => schemes.number(row, column));
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(of(column));
    }
  });

  it('SAMPS-01: calls given add up over the schemes', async () => {
    const summary = table(await openWorkbook(account.report?.bytes ?? new Uint8Array()), 'Synthèse', 'Dispositif');
    for (const column of ['Appels émis (démarchage)', 'Joints', 'Non joints']) {
      const parts = summary.rows.filter((row) => row !== 'Total').map((row) => summary.number(row, column));
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(summary.number('Total', column));
    }
    expect(summary.number('Total', 'Joints') + summary.number('Total', 'Non joints')).toBe(
      summary.number('Total', 'Appels émis (démarchage)'),
    );
  });
});
