import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignBoard } from '../../contracts/campaign-board.ts';
import { openBuiltPage } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';
import { openCampaignSite } from './open-campaign-site.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof openCampaignSite>> | undefined;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const widths = [360, 1440];

/** At both widths nothing is wider than the page; axe finds nothing at the first of them. And pictures, where somebody asks for them. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['PERMANENCE_SCREENSHOTS'];
  const own = page.viewportSize()?.width ?? 0;
  for (const width of [own, ...widths.filter((one) => one !== own)]) {
    await page.setViewportSize({ width, height: 900 });
    // Components measure themselves once the window has changed.
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: own, height: 900 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
}

const tab = (page: Page) => page.getByRole('tab', { name: 'Campagnes' }).click();

describe('COMMON-44, REFLEX-01: campaign pages in a browser', () => {
  it('REFLEX-31, REFLEX-17: feasibility, launch, progress on the wallboard, stop; the client sees and does nothing', async () => {
    const centre = await openCampaignSite(browser);
    site = centre;
    const page = await centre.page('superviseur', '/supervision', 1440);
    const seen = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 30_000 });
    await tab(page);
    await seen('Aucune campagne en cours');
    await look(page, 'campaigns-none');

    // Nobody to call: refused unless that is confirmed, in the words of the page.
    const dialog = page.getByRole('dialog');
    await page.getByLabel('Conseillers prévus').fill('0');
    await page.keyboard.press('Enter');
    await seen(/Campagne infaisable/);
    await page.getByRole('button', { name: 'Déclarer le niveau…' }).click();
    await dialog.getByRole('button', { name: 'Déclarer le niveau 3' }).click();
    await dialog.getByText(/« Conseillers prévus » vaut 0.*la case « Armer sans conseiller »/).waitFor();
    await look(page, 'campaigns-refused');
    await dialog.getByRole('button', { name: 'Ne rien faire' }).click();

    await page.getByLabel('Conseillers prévus').fill('3');
    await page.keyboard.press('Enter');
    await seen(/Questionnaires complets attendus/);
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Déclarer le niveau…' }).click();
    const said = ((await dialog.textContent()) ?? '').replaceAll(/\s/g, ' ');
    expect(said).toMatch(/\d+ personnes seront appelées, sur \d+ inscrites/);
    expect(said).toContain('premier appel dès lundi 6 juillet à 09:00, au plus tard lundi 6 juillet à 13:00');
    expect(said).toContain('après mercredi 8 juillet à 09:00');
    await look(page, 'campaigns-launch');
    await dialog.getByRole('button', { name: 'Déclarer le niveau 3' }).click();
    await seen(/Le niveau 3 est déclaré/);
    expect(
      await centre.ask('superviseur', '/api/reflex/crises/canicule/niveau', { level: 3, agents: 3 }),
    ).toMatchObject({
      result: 'unchanged',
    });

    // Pushed once a minute: ten minutes come to the page, which asks once at most, when it is told of the level declared just now.
    await page.getByRole('heading', { name: 'Canicule, niveau 3' }).waitFor();
    let requests = 0;
    const path = '/api/reflex/tableau/campagnes';
    page.on('request', (request) => {
      if (request.url().endsWith(path)) requests += 1;
    });
    await centre.play(10);
    await page.getByRole('img', { name: /^Réalisé.: \d+, \d+ au rythme, 26 à atteindre/ }).waitFor();
    expect(requests).toBeLessThanOrEqual(1);

    const answered = page.waitForResponse((response) => response.url().endsWith(path));
    await page.getByRole('tab', { name: 'Journée' }).click();
    const board = await (await answered).json();
    const { reached, attempts, people } = board.campaigns[0].progress;
    expect(people).toBe(40);
    expect(attempts).toBeGreaterThan(5);
    await page.getByRole('heading', { name: 'Canicule, niveau 3' }).waitFor();
    const figures = ((await page.locator('main').textContent()) ?? '').replaceAll(/\s/g, ' ');
    expect(figures).toContain(`Tentatives${attempts}`);
    expect(figures).toContain(`Questionnaires complets${reached}`);
    await page.getByRole('heading', { name: /^Signalements/ }).waitFor();
    await look(page, 'campaigns-board');

    const client = await centre.page('client', '/client', 360);
    await tab(client);
    await client.getByRole('heading', { name: 'Canicule, niveau 3' }).waitFor();
    expect(await client.getByRole('button', { name: /Abaisser|Déclarer|Est-ce faisable/ }).count()).toBe(0);
    await client.getByRole('button', { name: 'Historique' }).click();
    await client.getByText(/niveau déclaré par superviseur/).waitFor();
    await look(client, 'campaigns-client');

    await tab(page);
    await look(page, 'campaigns-running');
    await page.getByRole('button', { name: 'Abaisser le niveau…' }).click();
    await look(page, 'campaigns-lower');
    await dialog.getByRole('button', { name: 'Déclarer le niveau 2' }).click();
    await seen(/le cycle en cours se termine/);
    await client.getByText('Dernier cycle en cours').waitFor();
    // Changed their mind: it stops at once.
    await page.getByRole('button', { name: 'Arrêter…' }).click();
    await dialog.getByRole('button', { name: 'Arrêter tout de suite' }).click();
    await seen(/plus personne n’est appelé/);
    // The client's page hears of it too.
    await client.getByText(/Arrêt en cours|Arrêtée/).waitFor();
    await centre.play(10);
    await client.getByText('Arrêtée').waitFor();
    await look(client, 'campaigns-over');
  }, 400_000);

  it('SAMPS-32: an order of calls is placed from lists, late or refused as the centre says; one in hand is taken back', async () => {
    const session = {
      ...{ userName: 'superviseur', displayName: 'Super Viseur', signedInAt: board.at, administrator: false },
      programmes: [
        { name: 'samps', title: 'SAMPS', timeZone: 'Pacific/Noumea', roles: ['supervisor'], campaigns: true },
      ],
    };
    let isPlaced = false;
    const sent: unknown[] = [];
    const page = await openBuiltPage(
      browser,
      '/supervision#campagnes',
      {
        '/api/session': () => session,
        '/api/samps/tableau/campagnes': () => (isPlaced ? board : { ...board, campaigns: [] }),
        '/api/samps/listes': () => ({
          lists: [{ importId: 'i1', startedAt: board.at, startedBy: 'superviseur', people: 120 }],
        }),
      },
      { width: 1440, height: 900 },
      {
        prepare: (context) =>
          context.route('**/api/samps/commandes**', async (route) => {
            sent.push(route.request().postDataJSON());
            const stops = route.request().url().endsWith('/arret');
            const late = { result: 'placed', warning: 'Retard prévu : fin prévue le 04/08/2025.' };
            await (sent.length === 1
              ? route.fulfill({ status: 409, json: { error: '« deadline » vaut "2025-07-05" : un jour ouvert.' } })
              : route.fulfill({ json: stops ? { result: 'stopped' } : late }));
            isPlaced = true;
          }),
      },
    );
    await page.getByText('Une campagne commence par une liste importée').waitFor();
    await page.getByLabel('Nom de la commande').fill('Renouvellements de juillet');
    await page.getByRole('button', { name: /Choisir une ou plusieurs listes/ }).click();
    await page.getByRole('option', { name: /120.personnes/ }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('Échéance').fill('2025-07-31');
    await page.getByLabel('Qui l’a fixée').fill('Hélène Wamytan, cheffe du SAMPS');
    await look(page, 'orders-form');
    await page.getByRole('button', { name: 'Passer la commande…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('jusqu’au jeudi 31 juillet 2025').waitFor();
    await dialog.getByRole('button', { name: 'Passer la commande' }).click();
    await dialog.getByText('« Échéance » vaut').waitFor();
    await look(page, 'orders-refused');
    await dialog.getByRole('button', { name: 'Passer la commande' }).click();
    await page.getByText(/est passée\. Retard prévu/).waitFor();
    expect(sent[1]).toEqual({
      ...{ type: 'renouvellement', name: 'Renouvellements de juillet', lists: ['i1'], deadline: '2025-07-31' },
      setBy: 'Hélène Wamytan, cheffe du SAMPS',
    });
    await page.getByText('retard prévu', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Historique' }).click();
    await look(page, 'orders-running');
    await page.getByRole('button', { name: 'Arrêter…' }).click();
    await dialog.getByRole('button', { name: 'Arrêter la commande' }).click();
    await page.getByText(/est arrêtée.: plus personne/).waitFor();
    expect(sent).toHaveLength(3);
    await page.context().close();
  }, 300_000);
});

const board: CampaignBoard = {
  ...{ programme: 'samps', timeZone: 'Pacific/Noumea', at: '2025-07-04T01:05:00.000Z', drillPeople: 60, cells: [] },
  campaigns: [
    {
      ...{
        id: 'renouvellement1_20250703T203000Z',
        kind: 'renouvellement',
        label: 'Dossier à renouveler',
        drill: false,
      },
      ...{ state: 'active', level: 0, declaredAt: '2025-07-03T20:30:00.000Z', declaredBy: 'superviseur' },
      order: { name: 'Renouvellements de juillet', deadline: '2025-07-31', setBy: 'Hélène Wamytan, cheffe du SAMPS' },
      cycles: [
        {
          ...{ n: 1, from: '2025-07-03T20:30:00.000Z', until: '2025-07-31T05:00:00.000Z', state: 'ready' },
          ...{ firstCallBy: '2025-07-04T20:30:00.000Z', people: 120, callable: 118 },
        },
      ],
      progress: {
        ...{ cycle: 1, people: 120, reached: 31, refused: 2, notReached: 4, otherwise: 0, remaining: 83, attempts: 64 },
        ...{ owed: 120, neededNow: 40, doneNow: 37, projectedEnd: '2025-08-04', late: true },
        curve: Array.from({ length: 21 }, (_, n) => ({
          ...{ at: new Date(Date.parse('2025-07-03T20:30:00Z') + n * 118_800_000).toISOString(), needed: n * 6 },
          ...(n < 8 ? { done: n * 5 + 2 } : {}),
        })),
      },
    },
  ],
  kinds: [
    {
      ...{ code: 'renouvellement', label: 'Dossier à renouveler', start: 'order', mode: 'progressive', maxAttempts: 3 },
      ...{ withinHours: 1440, minimumGapMinutes: 300, minimumDayParts: 2, ringSeconds: 30, startWithinHours: 24 },
      dayParts: [{ code: 'matin', from: '07:30', to: '10:00' }],
      callingWindow: { from: '07:30', to: '16:00' },
      ...{ isForecast: true, announcement: 'Bonjour.', ringBack: 'Merci de rappeler.' },
    },
  ],
};
