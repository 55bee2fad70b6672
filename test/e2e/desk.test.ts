import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { table } from '../../simulation/read-workbook.ts';
import { findFaults } from './find-faults.ts';
import { openBrowser } from './open-browser.ts';
import { openDeskSite } from './open-desk-site.ts';

let site: Awaited<ReturnType<typeof openDeskSite>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([openDeskSite(), openBrowser()]);
  context = await browser.newContext({ baseURL: site.url, locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(45_000);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const seen = (text: string) => page.getByText(text).first().waitFor();

async function local(path: string, data: object = {}): Promise<void> {
  const answer = await context.request.post(`/_local/${path}`, { data });
  expect(await answer.json()).toEqual({});
}

/** What axe finds wrong, and whether the page is longer than the screen. */
async function faults(): Promise<string[]> {
  const found = await findFaults(page);
  const hidden = await page.evaluate('document.documentElement.scrollHeight - innerHeight');
  return [...found, ...(Number(hidden) > 0 ? [`scrolls by ${hidden} px`] : [])];
}

async function choose(status: string): Promise<void> {
  await page.getByRole('button', { name: /Statut/ }).click();
  await page.getByRole('option', { name: status }).click();
}

describe('COMMON-22: a person at the desk', () => {
  it('SAMPS-12, SAMPS-13, SAMPS-16, SAMPS-28, COMMON-24, COMMON-44: takes a call by the keyboard, books, writes it down; the workbook of the evening and the wallboard say so', async () => {
    await page.goto('/poste');
    await page.getByRole('link', { name: 'Se connecter' }).click();
    await page.getByRole('button', { name: 'Jeanne Poithily' }).click();
    await page.waitForURL('**/poste');
    await choose('Disponible');
    await seen('En attente d’un appel.');
    expect(await faults()).toEqual([]);

    await local('people/ring');
    await page.getByRole('button', { name: 'Décrocher' }).waitFor({ timeout: 90_000 });
    await page.getByRole('heading', { name: 'Noter l’appel' }).waitFor();
    expect(await page.title()).toContain('Appel entrant');
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Enter');
    await seen('En conversation');
    await seen('« Bonjour');
    expect(await page.getByRole('button', { name: 'Enregistrer et terminer' }).isEnabled()).toBe(false);

    await context.setOffline(true);
    await page.getByLabel('Commentaire').fill('Écrit pendant une coupure.');
    await seen('Pas encore enregistré');
    await context.setOffline(false);
    await seen('Brouillon enregistré');
    // The page is loaded again in the middle of the call: what was typed is there, and so is the person on the line.
    await page.reload();
    await seen('En conversation');
    await expect.poll(() => page.getByLabel('Commentaire').inputValue()).toBe('Écrit pendant une coupure.');

    // A list of documents for another phone of the person's, and a file of theirs, once they are known to be who they say.
    await page.getByLabel('Chercher dans les fiches').fill('pieces bourse');
    await page.getByRole('button', { name: 'Bourses scolaires : qui y a droit, quelles pièces ?' }).click();
    await page.getByRole('button', { name: /Envoyer par SMS/ }).click();
    await page.getByLabel(/^(Numéro de m|M)obile/).fill('75 98 76');
    await page.getByLabel(/accepte les SMS/).check();
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await seen('Demandé : part dans les cinq minutes');
    await page.getByRole('tab', { name: 'Dossier' }).click();
    await page.getByLabel('J’ai vérifié que je parle à la bonne personne').check();
    await page.getByLabel('Numéro du dossier').fill('AM-2025-0421');
    await page.getByRole('button', { name: 'Consulter' }).click();
    await seen('Relevé de la CAFAT');
    await page.getByRole('tab', { name: 'Rendez-vous' }).click();
    await page
      .getByRole('button', { name: /^\d\d:\d\d$/ })
      .first()
      .click();
    await page.getByLabel('Nom', { exact: true }).fill('Wamytan');
    await page.getByLabel('Prénom').fill('Élie');
    await page.getByRole('button', { name: 'Réserver' }).click();
    await seen('Rendez-vous pris :');

    await page.getByRole('button', { name: 'Raccrocher' }).click();
    await seen('À noter');
    await page.getByLabel('Demande de rendez-vous').focus();
    await page.keyboard.press('Space');
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await seen('En attente d’un appel.');
    await seen('Le prochain appel s’affichera ici.');

    await choose('Absent');
    await seen('Aucun appel ne vous sera présenté.');
    await local('clock/evening');
    await expect.poll(() => site.workbook(), { timeout: 120_000, interval: 500 }).toBeDefined();
    const workbook = await site.workbook();
    if (workbook === undefined) throw new Error('no workbook');
    expect(site.inbox('+687759876')).toEqual([expect.stringMatching(/^Pièces à fournir :\n- Pièce d'identité/)]);
    const motives = table(workbook, 'Motifs', 'Motif');
    expect(motives.number('Demande de rendez-vous', 'Total')).toBe(1);
    expect(motives.number('Total', 'Total')).toBe(1);
    const booked = table(workbook, 'Rendez-vous', 'Lieu ou type');
    expect(booked.rows.map((place) => booked.number(place, 'Pris'))).toEqual([1]);

    // The wallboard of the supervisor says what the workbook says.
    const office = await browser.newContext({ baseURL: site.url, locale: 'fr-FR' });
    const supervision = await office.newPage();
    await supervision.goto('/supervision');
    await supervision.getByRole('link', { name: 'Se connecter' }).click();
    await supervision.getByRole('button', { name: 'superviseur' }).click();
    const total = supervision.getByRole('row', { name: /^(Ensemble|Total)/ });
    const summary = table(workbook, 'Synthèse', 'Dispositif');
    const columns = ['Appels reçus', 'Appels présentés', 'Décrochés', 'Abandonnés'];
    const figures = columns.map((column) => String(summary.number('Total', column)));
    expect(figures).toEqual(['1', '1', '1', '0']);
    await total.waitFor();
    expect((await total.getByRole('cell').allTextContents()).slice(0, 4)).toEqual(figures);
    await office.close();
  }, 400_000);
});
