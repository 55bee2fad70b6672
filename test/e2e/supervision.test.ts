import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveBoard } from '../../contracts/live-board.ts';
import type { SessionAnswer } from '../../contracts/session.ts';
import type { SettingsAnswer, SettingVersion } from '../../contracts/settings.ts';
import type { StaffingAnswer } from '../../contracts/staffing.ts';
import type { WatchAnswer, WatchRule } from '../../contracts/watch.ts';
import type { NamedContact } from '../../domain/contact/named-contact.ts';
import { samps } from '../../programmes/samps/programme.ts';
import { openBuiltPage } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';

const session: SessionAnswer = {
  userName: 'superviseur',
  displayName: 'Patrick Lemoine',
  signedInAt: '2025-07-03T20:00:00.000Z',
  administrator: false,
  programmes: [{ name: 'samps', title: 'SAMPS – Province Sud', timeZone: 'Pacific/Noumea', roles: ['supervisor'] }],
};

const row = { received: 130, offered: 120, answered: 90, abandoned: 30, reachedByCallback: 9, callbacksOpen: 12 };
const times = { meanWait: 65, longestWait: 412, meanHandling: 305 };
const board: LiveBoard = {
  programme: 'samps',
  title: 'SAMPS – Province Sud',
  timeZone: 'Pacific/Noumea',
  at: '2025-07-04T01:05:00.000Z',
  day: '2025-07-04',
  opening: { from: '2025-07-03T20:30:00.000Z', to: '2025-07-04T05:00:00.000Z' },
  schemes: [{ code: 'BOURSES', label: 'Bourses', ...row, ...times }],
  total: { code: 'TOTAL', label: 'Total', ...row, ...times },
  halfHours: ['07:30', '08:00', '08:30', '09:00'].map((from, n) => ({
    from,
    offered: 20 + n,
    answered: 15,
    abandoned: 5 + n,
  })),
  rates: { answer: 0.825, unanswered: 0.175, live: 0.75 },
  objective: 0.8,
  forecast: { lowest: 0.76, likely: 0.79, highest: 0.94, expectedCalls: 88 },
  pendingQuestions: 2,
  callbacks: { open: 12, dueNow: 4, reached: 9, notReached: 1 },
  now: { waiting: 3, agentsOnline: 7, agentsAvailable: 1, agentsOnContact: 5, agentsAfterCall: 1 },
  agents: [
    { agent: 'malia.taofifenua', status: 'Available', state: 'talking', since: '2025-07-04T01:02:00.000Z' },
    { agent: 'jean.naisseline', status: 'Offline', state: 'offline', since: '2025-07-04T00:30:00.000Z' },
  ],
};

describe('COMMON-44, SAMPS-42: the wallboard in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([1440, 360])(
    'says the day, now and the forecast, at %s pixels; axe finds nothing',
    async (width) => {
      const answers = { '/api/session': () => session, '/api/samps/tableau': () => board };
      const page = await openBuiltPage(browser, '/supervision', answers, { width, height: 900 });
      await page.getByRole('heading', { level: 1, name: 'SAMPS – Province Sud' }).waitFor();
      await page.getByText('Appels en attente').waitFor();
      const text = ((await page.locator('main').textContent()) ?? '').replaceAll(/\s/g, ' ');
      for (const said of ['82,5 %', '75,0 %', '79,0 %', 'objectif 80,0 %', 'ouvert de 07:30 à 16:00', '3 min 00 s']) {
        expect(text).toContain(said);
      }
      expect(text).toContain('Instantané de 12:05');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
      if (process.env['PERMANENCE_SCREENSHOTS'] !== undefined) {
        await page.screenshot({
          path: `${process.env['PERMANENCE_SCREENSHOTS']}/supervision-${width}.png`,
          fullPage: true,
        });
      }
      await page.context().close();
    },
    60_000,
  );

  it('keeps the last figures and says of when they are while the centre cannot be reached', async () => {
    let isReached = true;
    const answers = {
      '/api/session': () => session,
      '/api/samps/tableau': () => (isReached ? board : {}),
    };
    const page = await openBuiltPage(browser, '/supervision', answers);
    await page.getByText('Appels en attente').waitFor();
    isReached = false;
    await page.getByRole('button', { name: 'Actualiser' }).click();
    await page.getByText('Chiffres de 12:05').waitFor();
    expect(await page.getByText('82,5').count()).toBeGreaterThan(0);
    await page.context().close();
  }, 60_000);

  const origin = { validFrom: '1970-01-01T00:00:00.000Z', origin: 'seed', changes: [] } as const;
  const edit: SettingVersion = {
    validFrom: '2025-07-03T22:00:00.000Z',
    origin: 'edit',
    by: 'superviseur',
    reason: 'Demande du SAMPS',
    changes: [{ place: 'welcome', before: 'Bonjour.', after: samps.texts?.welcome ?? '' }],
  };
  const contacts: readonly NamedContact[] = [
    { name: 'Hélène Wamytan', role: 'Cheffe du SAMPS', email: 'helene.wamytan@province-sud.example', side: 'client' },
    { name: 'Noémie Kaloi', role: 'Responsable', email: 'noemie.kaloi@permanence.example', side: 'house' },
  ];
  const cancelled: SettingVersion = {
    ...{ ...edit, validFrom: '2025-07-31T13:00:00.000Z', reason: 'Congés', changes: [] },
    cancelled: { by: 'patrick', at: '2025-07-04T01:00:00.000Z', reason: 'Retour anticipé' },
  };
  const known = { seen: 'h', validFrom: origin.validFrom, isPlanned: false, history: [origin] };
  const settings: SettingsAnswer = {
    settings: [
      {
        ...known,
        code: 'texts',
        label: 'Messages entendus par les appelants',
        value: samps.texts,
        history: [edit, origin],
      },
      { ...known, code: 'motives', label: 'Motifs d’appel', value: samps.motives },
      { ...known, code: 'objectives', label: 'Objectif de taux de réponse', value: { answerRate: 0.8 } },
      { ...known, code: 'callbackPolicy', label: 'Règles de rappel', value: samps.callbackPolicy },
      { ...known, code: 'hours', label: 'Horaires', value: samps.calendar },
      { ...known, code: 'exceptions', label: 'Jours exceptionnels', value: samps.calendar },
      {
        ...known,
        code: 'contacts',
        label: 'Interlocuteurs',
        value: contacts,
        isPlanned: true,
        history: [cancelled, origin],
      },
    ],
  };
  const rules: SettingsAnswer = {
    settings: [{ ...known, code: 'watchRules', label: 'Règles d’alerte', value: samps.watchRules }],
  };

  const watched: WatchAnswer = {
    ...{ programme: 'samps', at: board.at },
    episodes: [
      {
        ...{ id: 'closing-rate-1', code: 'closing-rate', beganAt: '2025-07-04T00:35:00.000Z', value: 3.5 },
        told: ['client', 'house'],
      },
      {
        ...{ id: 'waiting-1', code: 'waiting', beganAt: '2025-07-03T21:05:00.000Z', value: 9, told: ['house'] },
        endedAt: '2025-07-03T21:40:00.000Z',
      },
    ],
  };

  it.each([1440, 360])(
    'COMMON-44: what goes wrong is told above all, with the rules that say so, at %s pixels',
    async (width) => {
      const rule = `/api/samps/reglages/watchRules`;
      const answers = {
        '/api/session': () => session,
        '/api/samps/tableau': () => board,
        '/api/samps/veille': () => watched,
        '/api/samps/reglages': () => rules,
        [rule]: () => ({ accepted: true, version: 'i', validFrom: board.at }),
      };
      const page = await openBuiltPage(browser, '/supervision', answers, { width, height: 900 });
      await page.getByText('1 alerte en cours').waitFor();
      await page.getByRole('link', { name: 'Voir les alertes' }).click();
      await page.getByText('Finie à 08:40').waitFor();
      await page.getByRole('button', { name: 'Règles d’alerte', exact: true }).click();
      await page.getByRole('button', { name: 'Appels en attente sans conseiller libre' }).click();
      await page.getByLabel('Commence au-dessus de, en appels').fill('8');
      await page.getByLabel('Motif du changement').fill('Deux conseillers de plus');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
      await shoot(page, `alerts-${width}`);
      const sent = page.waitForRequest((request) => request.url().endsWith(rule));
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      const { value, reason }: { value: WatchRule[]; reason: string } = (await sent).postDataJSON();
      expect(reason).toBe('Deux conseillers de plus');
      expect(value.find(({ code }) => code === 'waiting')).toMatchObject({ above: 8, until: 2 });
      await page.context().close();
    },
    60_000,
  );

  const staffing: StaffingAnswer = {
    ...{ programme: 'samps', timeZone: 'Pacific/Noumea', day: '2025-07-04', at: board.at, isOpen: true },
    ...{ calls: 377, callsFrom: 'history', pastDays: ['2025-06-27', '2025-06-20'], agentsOnline: 6 },
    ...{ handlingSeconds: 302, handlingFrom: 'history', shrinkage: 0.3 },
    target: { type: 'answer-rate', share: 0.8, patienceSeconds: 120 },
    halfHours: ['07:30', '08:00', '08:30'].map((from, n) => ({
      ...{ from, calls: 22.2 + n, load: 3.7 + n, agents: 5 + n, scheduled: 8 + n, achieved: 0.89 },
    })),
  };

  it.each([1440, 360])(
    'SAMPS-42: agents by half-hour are read and tried out, at %s pixels',
    async (width) => {
      const answers = {
        '/api/session': () => session,
        '/api/samps/tableau': () => board,
        '/api/samps/effectifs': () => staffing,
      };
      const page = await openBuiltPage(browser, '/supervision', answers, { width, height: 900 });
      await page.getByRole('tab', { name: 'Effectifs' }).click();
      await page.getByText('Connectés maintenant').waitFor();
      const asked = page.waitForRequest((request) => request.url().includes('appels=500'));
      await page.getByLabel('Appels attendus dans la journée').fill('500');
      expect((await asked).url()).toContain('/api/samps/effectifs?');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
      await shoot(page, `staffing-${width}`);
      await page.context().close();
    },
    60_000,
  );

  it.each([1440, 360])(
    'SAMPS-40: settings are changed with a reason, faults all said, at %s pixels',
    async (width) => {
      const fault = '« answerRate » vaut 80 ; valeur acceptée : un nombre de 0 à 1, tel que 0.8 pour 80 %.';
      const answers = {
        '/api/session': () => session,
        '/api/samps/tableau': () => board,
        '/api/samps/reglages': () => settings,
        '/api/samps/reglages/objectives': () => ({ accepted: false, faults: [fault] }),
      };
      const page = await openBuiltPage(browser, '/supervision#reglages', answers, { width, height: 900 });
      for (const { label } of settings.settings) await page.getByRole('button', { name: label, exact: true }).click();
      await page.getByLabel('Objectif, en %').fill('8000');
      const objective = page.locator('form', { has: page.getByLabel('Objectif, en %') });
      await objective.getByLabel('Motif du changement').fill('Essai');
      await objective.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText(fault).waitFor();
      await page.getByText('Demande du SAMPS').waitFor();
      await page.getByRole('button', { name: 'Annuler ce changement prévu' }).waitFor();
      await page.getByText('par patrick : Retour anticipé').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      if (width === 1440) {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
      }
      await shoot(page, `settings-${width}`);
      await page.context().close();
    },
    120_000,
  );
});

/** Pictures to be looked at, where somebody asks for them. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['PERMANENCE_SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
