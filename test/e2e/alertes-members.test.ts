import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AlertesSite, openAlertesSite } from './open-alertes-site.ts';
import { openBrowser } from './open-browser.ts';

const shots = process.env['PERMANENCE_SCREENSHOTS'];
/** A walk is some ten pages, each looked at twice. */
const walk = 150_000;
const files = join(import.meta.dirname, '../lambdas/members/files');
const sentence = /j'accepte que le centre social m'envoi des SMS et des newsletters/;

let site: AlertesSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([openAlertesSite(), openBrowser()]);
  const desk = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  page = await site.signedIn(desk, site.structures[0].users[1]?.userName ?? '');
  // The first page of each function starts it.
  page.setDefaultTimeout(40_000);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Nothing that axe sees and nothing beside the screen, at a desk and on a telephone; not a megabyte of page. */
async function isSound(name: string): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${name} ${width}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(`${name} ${width}: ${overflow}`).toBe(`${name} ${width}: 0`);
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
    }
  }
  expect((await page.content()).length).toBeLessThan(100_000);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function fill(lastName: string, firstName: string, birthDate: string, phone: string): Promise<void> {
  await page.getByLabel('Nom', { exact: true }).fill(lastName);
  await page.getByLabel('Prénom', { exact: true }).fill(firstName);
  await page.getByLabel(/Date de naissance/).fill(birthDate);
  await page.getByLabel(/Téléphone/).fill(phone);
}

async function save(): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer' }).click();
}

const names = () => page.locator('tbody th[scope=row]').allInnerTexts();

describe('a referent and the members of their centre', () => {
  it(
    'ALERTES-04, -05, -15, -16, -17, -25: registers a member with groups and consent, and comes home',
    async () => {
      await page.getByRole('link', { name: 'Inscrire un adhérent' }).click();
      expect(await page.getByLabel(sentence).isChecked()).toBe(false);
      await fill('Dupont', 'Marie', '31/02/1990', '06 12 34 56 78');
      await page.getByLabel('jeunesse', { exact: true }).check();
      await page.getByLabel(sentence).check();
      await isSound('inscription');
      await save();
      await page.getByText('Ce jour n’existe pas dans le calendrier').waitFor();
      await isSound('inscription-faute');
      expect(await page.getByLabel('jeunesse', { exact: true }).isChecked()).toBe(true);
      await page.getByLabel(/Date de naissance/).fill('04/05/1990');
      // A double click.
      await page.getByRole('button', { name: 'Enregistrer' }).dblclick();
      await page.getByText('L’adhérent est inscrit.').waitFor();
      expect(page.url()).toContain('/alertes?fait=inscrit');
    },
    walk,
  );

  it(
    'ALERTES-10, -20, -30: is led to who is known already, and asked about who looks alike',
    async () => {
      await page.getByRole('link', { name: 'Inscrire un adhérent' }).click();
      await fill('DUPONT', 'marie', '', '+33 6 12 34 56 78');
      await save();
      await page.getByText('Cette personne est déjà inscrite').waitFor();
      await isSound('fiche');
      await page.goto(`${site.url}/alertes/adherents/nouveau`);
      await fill('Dupont', 'Marie', '09/01/1962', '');
      await save();
      await page.getByRole('heading', { name: 'Est-ce la même personne ?' }).waitFor();
      await isSound('ressemblance');
      await page.getByRole('button', { name: /C’est une autre personne/ }).click();
      await page.waitForURL('**/alertes?fait=inscrit');
    },
    walk,
  );

  it(
    'ALERTES-18: brings a file saved by LibreOffice, from the browser to the members',
    async () => {
      await page.getByRole('link', { name: 'Import', exact: true }).click();
      await isSound('import');
      await page.getByLabel(/Fichier Excel/).setInputFiles(join(files, 'libreoffice.xlsx'));
      await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
      await page.getByRole('heading', { name: /à valider/ }).waitFor({ timeout: 30_000 });
      await page.getByText('31/02/1990').first().waitFor();
      await isSound('import-apercu');
      await page.getByLabel(/enregistrer son accord/).check();
      await page.getByRole('button', { name: 'Inscrire 3 adhérents' }).click();
      await page.getByText('L’import est terminé.').waitFor({ timeout: 30_000 });
      await isSound('import-termine');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /classeur des erreurs/ }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^import_\d{8}_erreurs\.xlsx$/);
    },
    walk,
  );

  it(
    'ALERTES-11, -14, -21: finds them in alphabetical order, with their ages, and by the beginning of a name',
    async () => {
      await page.getByRole('link', { name: 'Adhérents', exact: true }).click();
      expect(await names()).toEqual(['=CMD|A1 Léa', "D'ORSAY Éléonore", 'DUPONT Marie', 'DUPONT Marie', 'NGUYEN O']);
      await page.getByRole('cell', { name: '36 ans' }).first().waitFor();
      await isSound('adherents');
      await page.getByLabel('Chercher un adhérent').fill('dor');
      await page.keyboard.press('Enter');
      await page.getByText('1 adhérent.').waitFor();
      expect(await names()).toEqual(["D'ORSAY Éléonore"]);
      expect(page.url()).not.toContain('dor');
      await isSound('recherche');
    },
    walk,
  );

  it(
    'ALERTES-09, -31: changes a sheet, its groups and its consent, and forgets a member',
    async () => {
      await page.getByRole('link', { name: "D'ORSAY Éléonore" }).click();
      await page.getByRole('link', { name: 'Modifier la fiche' }).click();
      await page.getByLabel('Autre groupe, à créer').fill('Sorties en famille');
      await isSound('modifier');
      await save();
      await page.getByText('La fiche est modifiée.').waitFor();
      await page
        .getByText(/Sorties en famille/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Retirer l’accord' }).click();
      await page.getByText('Désinscrit').waitFor();
      await isSound('accord-retire');
      await page.getByRole('link', { name: 'Effacer ses données' }).click();
      await isSound('effacer');
      await page.getByRole('button', { name: 'Effacer définitivement' }).click();
      await page.waitForURL('**/alertes?fait=efface');
      await page.getByRole('link', { name: 'Groupes', exact: true }).click();
      await isSound('groupes');
      await page.getByRole('link', { name: 'jeunesse', exact: true }).click();
      await isSound('groupe');
    },
    walk,
  );
});
