import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { submit } from '../../simulation/alertes/create-structures.ts';
import type { AlertesWorld } from '../../simulation/alertes/open-alertes.ts';
import { type AlertesSite, openAlertesSite } from './open-alertes-site.ts';
import { openBrowser } from './open-browser.ts';

const shots = process.env['PERMANENCE_SCREENSHOTS'];
const funding = "Ce projet est cofinancé par l'Union Européenne avec le FEDER";
const people = [
  ['DUPONT', 'Marie', '04/05/1980', '06 12 34 56 01', 'petite-enfance'],
  ['DUPONT', 'Lina', '04/05/2018', '06 12 34 56 01', 'petite-enfance'],
  ['NGUYEN', 'Bao', '01/02/1990', '06 12 34 56 02', 'petite-enfance'],
  ['LEROY', 'Jérôme', '12/12/1955', '06 12 34 56 03', 'rsa'],
  ['MARTIN', 'Ève', '29/02/2004', '03 20 12 34 56', 'rsa'],
  ['PETIT', 'Hugo', '', '06 12 34 56 05', 'culture'],
  ['ROUX', 'Inès', '', '06 12 34 56 06', 'culture'],
  ['MOREL', 'Zoé', '', '06 12 34 56 07', 'culture'],
  ['BLANC', 'Sam', '', '', 'culture'],
  ['NOIR', 'Max', '', '', 'culture'],
] as const;

let site: AlertesSite;
let browser: Browser;
let desk: BrowserContext;
let page: Page;
let stopPath = '';
let sentPath = '';

/** Members are registered and a message is sent in virtual time, before anybody looks. */
async function live(world: AlertesWorld, [{ users }]: AlertesSite['structures']): Promise<void> {
  const paul = users[1]?.userName ?? '';
  const get = async (path: string) => await world.visit(paul, { method: 'GET', path });
  for (const [lastName, firstName, birthDate, phone, group] of people) {
    await submit(world, paul, await get(alertRoutes.memberForm.path), alertRoutes.memberCreation.path, {
      ...{ lastName, firstName, birthDate, phone, newGroups: group },
      ...(firstName === 'Zoé' ? {} : { consent: 'oui' }),
    });
  }
  const form = await get(alertRoutes.alertForm.path);
  const group = /value="([^"]+)">petite-enfance/.exec(form.text)?.[1] ?? '';
  const fields = {
    ...{ titre: 'Atelier parents', categorie: 'enfance', quand: 'maintenant', groupes: group, action: 'programmer' },
    texte: 'Bonjour {prenom}, atelier parents-enfants mercredi 14h. {structure}',
  };
  const operation = /name="operation" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  const post = async () =>
    await world.visit(paul, {
      method: 'POST',
      path: alertRoutes.alertCreation.path,
      form: [['operation', operation], ['version', '0'], ...Object.entries(fields)],
    });
  const first = await post();
  const again = await post();
  sentPath = first.headers['location']?.split('?')[0] ?? '';
  expect(again.headers['location']?.split('?')[0]).toBe(sentPath);
  await world.runUntil(world.cloud.kernel.now() + 20 * 60_000);
  const numbers = ['+33612345601', '+33612345602', '+33612345603'];
  const texts = numbers.flatMap((number) => world.cloud.sms.inbox(number));
  expect(texts.map(({ to }) => to).toSorted()).toEqual(['+33612345601', '+33612345602']);
  expect(texts[0]?.body).toMatch(
    /^Bonjour (Marie|Bao), atelier parents-enfants mercredi 14h\. Centre social Lazare Garreau\nSTOP : https?:/,
  );
  stopPath = new URL(/https?:\S+/.exec(texts.find(({ to }) => to.endsWith('02'))?.body ?? '')?.[0] ?? 'http://x/')
    .pathname;
}

beforeAll(async () => {
  site = await openAlertesSite(live);
  browser = await openBrowser();
  desk = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  page = await site.signedIn(desk, site.structures[0].users[1]?.userName ?? '');
  page.setDefaultTimeout(40_000);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Nothing that axe sees, at a desk and on a telephone; the publicity of whoever pays; nothing beside the screen. */
async function isSound(name: string, ...at: readonly (360 | 1440)[]): Promise<void> {
  for (const width of at.length === 0 ? ([1440, 360] as const) : at) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${name} ${width} ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), `${name} ${width}`).toBe(
      true,
    );
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  }
  expect(await page.content()).toContain(funding.replace("'", '&#39;').slice(0, 20));
  await page.setViewportSize({ width: 1440, height: 900 });
}

const go = async (path: string) => await page.goto(`${site.url}${path}`);

describe('messages of a centre', { timeout: 90_000 }, () => {
  it('ALERTES-06, ALERTES-27: the message that was sent is followed person by person', async () => {
    await go(sentPath);
    await isSound('suivi');
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('Atelier parents');
    expect(text).toMatch(/Même numéro qu’une autre personne/);
    expect(text).toMatch(/NGUYEN Bao\s*(Reçu|Envoyé)/);
  });

  it('ALERTES-06, ALERTES-07, ALERTES-23, ALERTES-32: written, counted while typed, previewed for three, scheduled, cancelled and restored', async () => {
    await go(alertRoutes.alertForm.path);
    await isSound('ecrire', 360);
    await page.getByLabel('Titre').fill('Sortie au LaM');
    await page.getByLabel('Catégorie').selectOption('culture');
    await page.getByLabel('Message', { exact: true }).fill('Bonjour {prenom}, sortie au musée samedi. {structure}');
    expect(await page.locator('#compte').textContent()).toMatch(/^1 SMS|^2 SMS/);
    await page.getByLabel('petite-enfance').check();
    await page.getByLabel('rsa').check();
    await page.getByLabel('À une date choisie').check();
    await page.getByLabel('Jour').fill('25/12/2026');
    await page.getByLabel('Heure').fill('21h30');
    await page.getByRole('button', { name: 'Voir l’aperçu' }).last().click();
    await isSound('apercu');
    const preview = await page.locator('section[aria-label="Aperçu"]').textContent();
    expect(preview).toMatch(/3\s*personnes recevront le SMS/);
    expect(preview).toMatch(/SMS impossible \(numéro fixe\)\s*1/);
    expect(preview).toMatch(/attendra le samedi 26 décembre 2026 à 8\sh/);
    expect(preview).toMatch(/Bonjour Jérôme, sortie au musée samedi\. Centre social Lazare Garreau/);
    await page.getByRole('button', { name: /Programmer l’envoi à 3 personnes/ }).click();
    await page.waitForURL(/fait=programme/);
    expect(await page.getByRole('status').textContent()).toMatch(/programmé/);
    await page.getByRole('button', { name: 'Annuler l’envoi' }).click();
    expect(await page.locator('main').textContent()).toMatch(/Annulé/);
    await page.getByRole('button', { name: 'Rétablir l’envoi' }).click();
    expect(await page.locator('main').textContent()).toMatch(/Programmé/);
  });

  it('ALERTES-19: used again with a new date; a past one is refused, and the original stays', async () => {
    await go(sentPath);
    await page.getByRole('link', { name: 'Réutiliser' }).click();
    expect(await page.getByLabel('Titre').inputValue()).toBe('Atelier parents');
    expect(await page.getByLabel('petite-enfance').isChecked()).toBe(true);
    await page.getByLabel('Jour').fill('01/11/2026');
    await page.getByLabel('Heure').fill('10:00');
    await page.getByRole('button', { name: 'Voir l’aperçu' }).last().click();
    await isSound('reutiliser-passe', 360);
    expect(await page.locator('main').textContent()).toMatch(/est passé/);
    await page.getByLabel('Jour').fill('28/03/2027');
    await page.getByLabel('Heure').fill('02:30');
    await page.getByRole('button', { name: 'Voir l’aperçu' }).last().click();
    expect(await page.locator('main').textContent()).toMatch(/n’existe pas\s: les horloges avancent/);
    await page.getByLabel('Jour').fill('01/12/2026');
    await page.getByLabel('Heure').fill('10:00');
    await page.getByRole('button', { name: 'Voir l’aperçu' }).last().click();
    await page.getByRole('button', { name: /Programmer/ }).click();
    await page.waitForURL(/fait=programme/);
    await go(sentPath);
    expect(await page.locator('main').textContent()).toMatch(/vendredi 20 novembre 2026/);
    await go(`${alertRoutes.alerts.path}?categorie=enfance`);
    await isSound('messages', 360);
    expect(await page.locator('tbody tr').count()).toBe(2);
  });

  it('ALERTES-28: all groups are blocked for a user', async () => {
    await go(alertRoutes.alertForm.path);
    await page.getByLabel('Titre').fill('Pour tous');
    await page.getByLabel('Catégorie').selectOption('vie-du-centre');
    await page.getByLabel('Message', { exact: true }).fill('Fermeture lundi');
    for (const group of ['petite-enfance', 'rsa', 'culture']) await page.getByLabel(group).check();
    await page.getByRole('button', { name: 'Voir l’aperçu' }).last().click();
    await isSound('garde-fou', 360);
    expect(await page.getByRole('alert').textContent()).toMatch(/Tous les groupes sont choisis/);
    expect(await page.getByRole('button', { name: /Programmer/ }).count()).toBe(0);
  });

  it('ALERTES-26, ALERTES-29: a monthly date of a member is noted with a referent, and says its next reminder', async () => {
    await go(alertRoutes.members.path);
    const member = (await page.getByRole('link', { name: 'DUPONT Marie' }).getAttribute('href')) ?? '';
    await go(`${alertRoutes.memberDates.path}?adherent=${member.split('/').at(-1)}`);
    await isSound('dates-adherent', 360);
    await page.getByLabel('Démarche').selectOption('france-travail');
    await page.getByLabel('Jour', { exact: true }).fill('31/01/2027');
    await page.getByLabel('Personne à appeler').fill('Mme Benali');
    await page.getByLabel('Son téléphone').fill('0320123456');
    await page.getByRole('button', { name: 'Noter la date' }).click();
    await page.waitForURL(/fait=date-notee/);
    await isSound('date');
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toMatch(/28\/01\/2027 à 10:00/);
    expect(text).toContain('Contact : Mme Benali 03 20 12 34 56');
    await go(alertRoutes.memberDates.path);
    await isSound('dates', 360);
    expect(await page.locator('tbody tr').textContent()).toMatch(/DUPONT Marie\s*dimanche 31 janvier 2027/);
  });

  it('ALERTES-31, ALERTES-35: the link of a message stops them by one button, without an account, under the publicity of who pays', async () => {
    const phone = await browser.newContext({
      locale: 'fr-FR',
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    });
    const own = await phone.newPage();
    await own.goto(`${site.url}${stopPath}`);
    expect(await own.locator('.feder').textContent()).toContain(funding);
    if (shots !== undefined) await own.screenshot({ path: `${shots}/stop-360.png`, fullPage: true });
    await own.getByRole('button', { name: 'Ne plus recevoir de SMS' }).click();
    expect(await own.getByRole('status').textContent()).toMatch(/plus de SMS de Centre social Lazare Garreau/);
    await phone.close();
    await go(alertRoutes.members.path);
    expect(await page.locator('tbody tr', { hasText: 'NGUYEN Bao' }).textContent()).toMatch(/Désinscrit/);
  });

  it('ALERTES-08, ALERTES-11: figures, charts and a workbook; totals alone for a general administrator', async () => {
    await go(alertRoutes.alertStatistics.path);
    await isSound('statistiques');
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toMatch(/10\s*adhérents/);
    expect(text).toMatch(/2\s*SMS partis/);
    const answer = await page.request.get(`${site.url}${alertRoutes.alertWorkbook.path}`);
    expect(answer.headers()['content-type']).toContain('spreadsheetml');
    if (shots !== undefined) {
      const { writeFile } = await import('node:fs/promises');
      await writeFile(`${shots}/statistiques.xlsx`, await answer.body());
    }
    const general = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
    const whole = await site.signedIn(general, 'administration');
    whole.setDefaultTimeout(60_000);
    await whole.goto(`${site.url}${alertRoutes.alertStatistics.path}`);
    const totals = await whole.locator('main').textContent();
    expect(totals).toMatch(/Centre social Lazare Garreau\s*10/);
    expect(totals).not.toMatch(/DUPONT|petite-enfance/);
    if (shots !== undefined) await whole.screenshot({ path: `${shots}/statistiques-generales.png`, fullPage: true });
    await general.close();
  });
});
