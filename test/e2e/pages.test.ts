import { AxeBuilder } from '@axe-core/playwright';
import ExcelJS from 'exceljs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { openSite, type Site } from './open-site.ts';

let site: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ baseURL: site.url, locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterEach(async () => {
  await context.close();
});

async function signIn(name: string): Promise<void> {
  await page.goto('/rapports');
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL('**/rapports');
}
const client = 'Hélène Wamytan';
const agent = 'Malia Taofifenua';

async function openHome(): Promise<void> {
  await page.goto('/');
  await page.getByText('Le centre tourne maintenant en temps réel').waitFor();
}
const heard = (text: string) => page.locator('#transcript li', { hasText: text }).first().waitFor({ timeout: 15_000 });

describe('COMMON-29: the reports of the client', () => {
  it('SAMPS-35: are listed after signing in, and open as a workbook with every sheet of §6.1', async () => {
    await signIn(client);
    await page.getByRole('banner').getByText(client).waitFor();
    const row = page.getByRole('row', { name: /Vendredi 4 juillet 2025.*Provisoire/ });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('link', { name: /Télécharger/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('SAMPS_quotidien_2025-07-04_001-provisoire.xlsx');
    const book = await new ExcelJS.Workbook().xlsx.readFile(await download.path());
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Synthèse',
      'Par demi-heure',
      'Motifs',
      'Démarchage',
      'Questions en attente',
      'Rendez-vous',
      'Lisez-moi',
    ]);
  });

  it('COMMON-20: are closed again after signing out', async () => {
    await signIn(client);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    await page.goto('/rapports/samps/quotidien/2025-07-04_001');
    expect(new URL(page.url()).pathname).toBe('/connexion');
  });

  it('COMMON-21: are not for agents, and another programme is unknown to the client', async () => {
    const own = '/rapports/samps/quotidien/2025-07-04_001';
    await signIn(agent);
    await page.getByText('ne donne accès aux rapports d’aucun programme').waitFor();
    expect(await page.getByRole('link', { name: /Télécharger/ }).count()).toBe(0);
    const refused = await page.goto(own);
    expect(refused?.status()).toBe(404);
    const said = await page.getByRole('alert').textContent();
    await context.clearCookies();
    await signIn(client);
    const foreign = await page.goto(own.replace('samps', 'reflex'));
    expect(foreign?.status()).toBe(404);
    expect(await page.getByRole('alert').textContent()).toBe(said);
  });
});

describe('the phone of the home page', () => {
  it('SAMPS-07: hears that the centre is closed, asks to be called back, and is at the next opening', async () => {
    await openHome();
    await page.getByLabel('Votre numéro').fill('bonjour');
    await page.getByRole('button', { name: 'Appeler' }).click();
    await page.getByRole('alert').filter({ hasText: 'n’est pas un numéro de téléphone' }).waitFor();
    await page.getByLabel('Votre numéro').fill('75 12 34');
    await page.keyboard.press('Enter');
    await heard('Notre service est fermé');
    await heard('tapez 1');
    await page.keyboard.press('1');
    await heard('Un conseiller vous rappellera');
    await heard('L’appel est terminé');
    await page.getByRole('button', { name: 'Aller à la prochaine ouverture' }).click();
    // A whole week-end goes by.
    await page.getByText('Le centre appelle le 75 12 34').waitFor({ timeout: 40_000 });
    await page.getByRole('button', { name: 'Décrocher' }).click();
    await heard('vous rappelle');
    await heard('vous répond. Raccrochez');
    await page.getByRole('button', { name: 'Raccrocher' }).click();
    await heard('Vous avez raccroché');
  }, 90_000);

  it('SAMPS-10: reaches an agent by the keypad in service hours', async () => {
    await openHome();
    await page.getByText('Ouvert jusqu’à').waitFor();
    await page.getByRole('button', { name: 'Appeler' }).click();
    await heard('Pour les bourses scolaires, tapez 3');
    await page.getByRole('button', { name: '3', exact: true }).click();
    await heard('Touche 3');
    await heard('vous répond. Raccrochez');
    await page.reload();
    await heard('Touche 3');
    await page.getByRole('button', { name: 'Raccrocher' }).click();
    await heard('Vous avez raccroché');
    await page.getByRole('button', { name: 'Appeler' }).waitFor();
  }, 60_000);

  it('says that it lost the centre, and shows it again when it is back', async () => {
    await page.route('**/_local/events', (route) => route.abort());
    await page.goto('/');
    await page.getByText('La page n’entend plus le centre').waitFor();
    await page.unroute('**/_local/events');
    await page.reload();
    await page.getByText('Le centre tourne maintenant en temps réel').waitFor();
    expect(await page.getByText('La page n’entend plus le centre').isVisible()).toBe(false);
  });
});

/** Every page, by how one comes there. */
const visits: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['home', openHome],
  ['sign-in', () => page.goto('/connexion')],
  [
    'identity provider',
    async () => {
      await page.goto('/connexion');
      await page.getByRole('link', { name: 'Se connecter' }).click();
      await page.getByRole('button', { name: client }).waitFor();
    },
  ],
  ['failed sign-in', () => page.goto('/connexion/retour')],
  ['reports', () => signIn(client)],
  ['no reports', () => signIn(agent)],
  [
    'unknown report',
    async () => {
      await signIn(client);
      await page.goto('/rapports/samps/quotidien/1999-01-01_001');
    },
  ],
];

describe('COMMON-31: every page', () => {
  it.each(visits)('%s: has no fault that axe can see, nor scrolls sideways at 320 px', async (_name, visit) => {
    await visit();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('can be gone through by the keyboard alone, from the home page to a workbook', async () => {
    await openHome();
    await press('Aller au contenu');
    await press('Ouvrir les rapports');
    await page.waitForURL('**/connexion**');
    await press('Se connecter');
    await page.waitForURL('**/oauth2/authorize**');
    await press(client);
    await page.waitForURL('**/rapports');
    const [download] = await Promise.all([page.waitForEvent('download'), press('Télécharger')]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });
});

/** Goes on with Tab until what is named has the focus, visibly, and presses Enter. */
async function press(name: string): Promise<void> {
  for (let tab = 0; tab < 40; tab += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0 || !((await focused.textContent()) ?? '').startsWith(name)) continue;
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error(`Tab never came to "${name}"`);
}
