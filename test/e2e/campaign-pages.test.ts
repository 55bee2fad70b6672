import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { openCampaignSite } from './open-campaign-site.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof openCampaignSite>>;
beforeAll(async () => {
  browser = await openBrowser();
  site = await openCampaignSite(browser);
}, 120_000);
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
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: own, height: 900 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
}

const tab = (page: Page) => page.getByRole('tab', { name: 'Campagnes' }).click();

describe('COMMON-44, REFLEX-01: campaign pages in a browser', () => {
  it('REFLEX-31, REFLEX-17: feasibility, launch, progress on the wallboard, stop; the client sees and does nothing', async () => {
    const page = await site.page('superviseur', '/supervision', 1440);
    const seen = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 10_000 });
    await tab(page);
    await seen('Aucune campagne en cours');
    await look(page, 'campaigns-none');

    await page.getByLabel('Conseillers prévus').fill('3');
    await page.keyboard.press('Enter');
    await seen(/Questionnaires complets attendus/);
    await look(page, 'campaigns-feasible');
    await page.getByRole('button', { name: 'Déclarer le niveau…' }).click();
    const dialog = page.getByRole('dialog');
    const said = ((await dialog.textContent()) ?? '').replaceAll(/\s/g, ' ');
    expect(said).toMatch(/\d+ personnes seront appelées, sur \d+ inscrites/);
    expect(said).toContain('premier appel dès lundi 6 juillet à 09:00, au plus tard lundi 6 juillet à 13:00');
    expect(said).toContain('après mercredi 8 juillet à 09:00');
    await look(page, 'campaigns-launch');
    await dialog.getByRole('button', { name: 'Déclarer le niveau 3' }).click();
    await seen(/Le niveau 3 est déclaré/);
    expect(await site.ask('superviseur', '/api/reflex/crises/canicule/niveau', { level: 3, agents: 3 })).toMatchObject({
      result: 'unchanged',
    });

    // Pushed, once a minute: the page asks for nothing meanwhile.
    let requests = 0;
    page.on('request', (request) => {
      if (request.url().includes('/tableau/campagnes')) requests += 1;
    });
    await site.play(20);
    await page.getByRole('tab', { name: 'Journée' }).click();
    await page.getByRole('heading', { name: 'Canicule, niveau 3' }).waitFor();
    await page.getByRole('img', { name: /^Réalisé.: \d+, \d+ au rythme du plan, 26 à atteindre/ }).waitFor();
    const board = JSON.parse(JSON.stringify(await site.ask('client', '/api/reflex/tableau/campagnes')));
    const { reached, attempts, people } = board.campaigns[0].progress;
    expect(people).toBe(40);
    expect(attempts).toBeGreaterThan(8);
    const figures = ((await page.locator('main').textContent()) ?? '').replaceAll(/\s/g, ' ');
    expect(figures).toContain(`Tentatives${attempts}`);
    expect(figures).toContain(`Questionnaires complets${reached}`);
    expect(requests).toBeLessThan(3);
    await page.getByRole('heading', { name: /^Signalements/ }).waitFor();
    await look(page, 'campaigns-board');

    const client = await site.page('client', '/client', 360);
    await tab(client);
    await client.getByRole('heading', { name: 'Canicule, niveau 3' }).waitFor();
    expect(await client.getByRole('button', { name: /Abaisser|Déclarer|Est-ce faisable/ }).count()).toBe(0);
    await client.getByRole('button', { name: 'Historique' }).click();
    await client.getByText(/niveau déclaré par superviseur/).waitFor();
    await look(client, 'campaigns-client');

    await tab(page);
    await look(page, 'campaigns-running');
    await page.getByRole('button', { name: 'Abaisser le niveau…' }).click();
    await page.getByRole('radio', { name: /S’arrête tout de suite/ }).check();
    await look(page, 'campaigns-lower');
    await dialog.getByRole('button', { name: 'Déclarer le niveau 2' }).click();
    await seen(/plus personne n’est appelé/);
    // The client's page hears of it too.
    await client.getByText(/Arrêt en cours|Arrêtée/).waitFor();
    await site.play(3);
    await client.getByText('Arrêtée').waitFor();
    await look(client, 'campaigns-over');
  }, 240_000);
});
