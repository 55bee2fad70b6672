import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { openDeskSite } from './open-desk-site.ts';

describe('the site of a centre', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof openDeskSite>>;

  beforeAll(async () => {
    // Nobody is there to answer since the opening: that is told by itself.
    [browser, site] = await Promise.all([openBrowser(), openDeskSite({ agents: 0, minutesOpen: 11 })]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it('COMMON-44, SAMPS-41, SAMPS-42: signs a supervisor in, pushes to their page, tells them and a contact what goes wrong, sizes a day', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    const pushed: string[] = [];
    page.on('websocket', (line) => line.on('framereceived', ({ payload }) => void pushed.push(String(payload))));
    const line = page.waitForEvent('websocket', { timeout: 15_000 });
    await page.goto(`${site.url}/supervision`);
    expect(new URL(page.url()).search).toBe('?retour=%2Fsupervision');
    await page.getByRole('link', { name: /connecter/i }).click();
    await page.getByRole('button', { name: 'superviseur' }).click();
    await page.waitForURL('**/supervision');
    expect(new URL((await line).url()).pathname).toBe('/temps-reel');
    const cookies = await context.cookies();
    expect(cookies.find(({ name }) => name === 'permanence_session')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
    });

    // The board, by which the page is known to be listened for.
    await expect.poll(() => pushed.length, { timeout: 20_000 }).toBeGreaterThan(0);
    const asked = await context.request.post(`${site.url}/api/samps/questions`, {
      data: { clientId: crypto.randomUUID(), scheme: 'BOURSES', text: 'Quel bail est accepté ?' },
    });
    expect(asked.status()).toBe(200);
    const topics = () => pushed.map((text) => JSON.parse(text).topic);
    await expect.poll(topics, { timeout: 10_000 }).toContain('questions');

    // SAMPS-41, COMMON-44: nobody is there to answer since the opening; the page says so, and a named contact was told, once.
    await page.getByText('Aucun conseiller connecté pendant l’ouverture, depuis 07:35').waitFor();
    const mails = (await (await context.request.get(`${site.url}/_local/courriels`)).text()).split('---');
    expect(
      mails.filter((mail) => mail.includes('Aucun conseiller')).map((mail) => /À : (\S+)/.exec(mail)?.[1]),
    ).toEqual(['noemie.kaloi@permanence.example']);
    await page.getByRole('link', { name: 'Voir les alertes' }).click();
    await page.getByRole('button', { name: 'Règles d’alerte', exact: true }).click();
    await page.getByRole('button', { name: 'Appels en attente sans conseiller libre' }).click();
    await page.getByLabel('Commence au-dessus de, en appels').fill('8');
    await page.getByLabel('Motif du changement').fill('Deux conseillers de plus');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Les règles d’alerte sont enregistrées.').waitFor();
    await page.getByRole('button', { name: 'Règles d’alerte', exact: true }).click();
    await page.getByRole('cell', { name: 'Deux conseillers de plus' }).waitFor();
    // SAMPS-42: sized for 385 calls, of which nothing is known here yet.
    await page.getByRole('tab', { name: 'Effectifs' }).click();
    await page.getByText('Saisissez les appels attendus dans la journée.').waitFor();
    await page.getByLabel('Appels attendus dans la journée').fill('385');
    await page.getByText('Au plus 5 conseillers au téléphone, 8 à planifier.').waitFor();

    await page.getByRole('button', { name: 'Patrick Lemoine' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.waitForURL('**/connexion');
    const after = await context.request.get(`${site.url}/api/session`);
    expect(after.status()).toBe(401);
    await context.close();
  }, 90_000);
});
