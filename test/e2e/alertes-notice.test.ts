import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notice } from '../../programmes/alertes/notice.ts';
import { alertes } from '../../programmes/alertes/programme.ts';
import { planAlert, registerMember } from '../../simulation/alertes/act.ts';
import { generalAdministrator } from '../../simulation/alertes/open-alertes.ts';
import { type AlertesSite, openAlertesSite } from './open-alertes-site.ts';
import { openBrowser } from './open-browser.ts';

/** Pictures are taken anew with PERMANENCE_PICTURES=1: `npm test` then says that they are of the pages as they are. */
const taking = process.env['PERMANENCE_PICTURES'] === '1';
const folder = resolve(import.meta.dirname, '../../lambdas/alert-home/assets');
const people = [
  ['d’Orsay', 'Lucie', '04/05/1980', '06 12 34 56 01', ['petite-enfance', 'culture'], true],
  ['Éluard', 'Paul', '14/12/1995', '06 12 34 56 02', ['petite-enfance'], true],
  ['Elvire', 'Anne', '29/02/2004', '06 12 34 56 03', ['jeunesse'], true],
  ['Zola', 'Émile', '02/04/1940', '06 12 34 56 04', ['culture'], true],
  ['Nguyen', 'Bao', '01/02/1990', '03 20 12 34 56', ['rsa'], false],
  ['Haddad', 'Samir', '11/11/1971', '06 12 34 56 06', ['rsa'], true],
] as const;

let site: AlertesSite;
let browser: Browser;
let sent = '';

beforeAll(async () => {
  [site, browser] = await Promise.all([
    openAlertesSite(async (world, [{ users }]) => {
      const referent = users[1]?.userName ?? '';
      for (const [lastName, firstName, birthDate, phone, groups, consent] of people) {
        await registerMember(world, referent, { lastName, firstName, birthDate, phone, groups, consent });
      }
      sent = await planAlert(world, referent, {
        ...{ title: 'Atelier du mercredi', category: 'enfance', groups: ['petite-enfance'] },
        text: 'Bonjour {prenom}, un atelier parents-enfants a lieu mercredi à 14 h. {structure}',
      });
      await world.runUntil(world.cloud.kernel.now() + 20 * 60_000);
    }),
    openBrowser(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const admin = () => site.structures[0].users[0]?.userName ?? '';
const referent = () => site.structures[0].users[1]?.userName ?? '';

async function opened(width: number, height: number, user: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: site.url, locale: 'fr-FR', viewport: { width, height } });
  return { context, page: await site.signedIn(context, user) };
}

async function fillMember(
  page: Page,
  lastName: string,
  firstName: string,
  birthDate: string,
  phone: string,
): Promise<void> {
  await page.getByLabel('Nom', { exact: true }).fill(lastName);
  await page.getByLabel('Prénom', { exact: true }).fill(firstName);
  await page.getByLabel(/Date de naissance/).fill(birthDate);
  await page.getByLabel(/Téléphone/).fill(phone);
}

/** What each picture of the notice shows: somebody comes to the page as its section says. */
const scenes: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  async inscription(page) {
    await page.getByRole('link', { name: 'Inscrire un adhérent' }).click();
    await fillMember(page, 'Lefèvre', 'Inès', '12/03/1988', '06 12 34 56 78');
  },
  groupes: (page) => page.getByRole('link', { name: 'Groupes', exact: true }).click(),
  async accueil(page) {
    await scenes['inscription']?.(page);
    await page.getByLabel('jeunesse', { exact: true }).check();
    await page.getByLabel(/j'accepte que le centre social m'envoi des SMS/).check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.waitForURL('**/alertes?fait=inscrit');
    await page.getByRole('status').getByText('L’adhérent est inscrit.').waitFor();
  },
  async 'deja-inscrit'(page) {
    await page.getByRole('link', { name: 'Inscrire un adhérent' }).click();
    await fillMember(page, 'HADDAD', 'samir', '11/11/1971', '+33 6 12 34 56 06');
    await page.getByLabel('rsa', { exact: true }).check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Cette personne est déjà inscrite').waitFor();
  },
  adherents: (page) => page.getByRole('link', { name: 'Adhérents', exact: true }).click(),
  statistiques: (page) => page.getByRole('link', { name: 'Statistiques' }).click(),
  import: (page) => page.getByRole('link', { name: 'Import', exact: true }).click(),
  introuvable: (page) => page.goto('/alertes/groupes/99999999999999999999999999999999'),
  async message(page) {
    await page.getByRole('link', { name: 'Programmer un message' }).click();
    await page.getByLabel(/Titre/).fill('Sortie au musée');
    await page.getByLabel(/Catégorie/).selectOption('culture');
    await page
      .getByLabel('Message', { exact: true })
      .fill('Bonjour {prenom}, la sortie au musée est samedi à 14 h. {structure}');
    await page.getByLabel('petite-enfance').check();
    await page.getByLabel('culture', { exact: true }).check();
    await page.getByRole('button', { name: 'Voir l’aperçu' }).last().click();
    await page.getByRole('button', { name: /Programmer l’envoi à/ }).waitFor();
  },
  suivi: (page) => page.goto(`/alertes/messages/${sent}`),
  async dates(page) {
    await page.getByRole('link', { name: 'Adhérents', exact: true }).click();
    await page.getByRole('link', { name: /HADDAD/ }).click();
    await page.getByRole('main').getByRole('link', { name: 'Dates et rappels' }).click();
    await page.getByRole('heading', { level: 1, name: /HADDAD/ }).waitFor();
  },
  acces: (page) => page.getByRole('link', { name: 'Utilisateurs' }).click(),
};

const pictures = notice.sections.flatMap(({ picture, requirements }) =>
  picture === undefined ? [] : [{ name: picture.name, said: requirements.join(', ') }],
);

describe('the pictures of the notice', () => {
  const seen: Record<string, string> = {};

  it.each(pictures)('$said: "$name" is of the page as it is', async ({ name }) => {
    const { page, context } = await opened(1100, 800, name === 'acces' ? admin() : referent());
    const scene = scenes[name];
    if (scene === undefined) throw new Error(`no scene "${name}"; there are ${Object.keys(scenes).join(', ')}`);
    await scene(page);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // What a picture is of; who is listed and what was counted go on.
    const shown = await page.locator('main :is(h1,h2,h3,label,legend,button,thead th)').allInnerTexts();
    const words = shown.join(' ').replace(/\d+/g, '0').replace(/\s+/g, ' ');
    seen[name] = createHash('sha256').update(words).digest('hex').slice(0, 16);
    if (taking) await take(page, name);
    await context.close();
  });

  it('ALERTES-33: show the words that the pages show', async () => {
    await expect(`${JSON.stringify(seen, null, 2)}\n`).toMatchFileSnapshot('pictures.json');
  });
});

async function take(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const height = Math.min(1100, Number(await page.evaluate('document.documentElement.scrollHeight')));
  await page.setViewportSize({ width: 1100, height });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70 });
  writeFileSync(`${folder}/${name}.webp`, Buffer.from(data, 'base64'));
}

/** Every page of a structure, by how one comes there. */
const visits: readonly (readonly [string, string])[] = [
  ['home', '/alertes'],
  ['users', '/alertes/utilisateurs'],
  ['notice', '/alertes/notice'],
  ['mentions', '/alertes/mentions'],
  ['refusal', '/alertes/structures'],
  ['members', '/alertes/adherents'],
  ['registration', '/alertes/adherents/nouveau'],
  ['groups', '/alertes/groupes'],
  ['import', '/alertes/import'],
  ['messages', '/alertes/messages'],
  ['dates', '/alertes/dates'],
  ['statistics', '/alertes/statistiques'],
];

describe('every page', () => {
  it('ALERTES-01, ALERTES-13, ALERTES-24, ALERTES-35, COMMON-31: has the logo that leads home, the publicity, no fault that axe can see at 1440 px, and does not scroll sideways at 360 px', {
    timeout: 60_000,
  }, async () => {
    const { page, context } = await opened(1440, 900, admin());
    const sentence = page.getByText(alertes.alerts?.funding.sentence ?? '');
    for (const [name, path] of visits) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(path);
      expect(await page.getByRole('img', { name: /Union européenne/ }).isVisible(), name).toBe(true);
      const logo = page.getByRole('link', { name: 'Centres sociaux connectés, accueil' });
      expect(await logo.getAttribute('href'), name).toBe('/alertes');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(360);
      const box = await sentence.boundingBox();
      expect((box?.y ?? 740) + (box?.height ?? 0), name).toBeLessThan(740);
    }
    await page.getByRole('link', { name: 'Centres sociaux connectés, accueil' }).click();
    await page.waitForURL('**/alertes');
    await context.close();
  });
});

describe('accesses', () => {
  it('ALERTES-02, ALERTES-03: a general administrator creates a structure and an access, on a telephone; who is disabled is out at the next click', {
    timeout: 60_000,
  }, async () => {
    const { page, context } = await opened(360, 740, generalAdministrator.username);
    await page.getByRole('link', { name: 'Structures et utilisateurs' }).first().click();
    await page.getByLabel('Nom de la structure').fill('Centre social de l’Arbrisseau');
    await page.getByRole('button', { name: 'Créer la structure' }).click();
    await page.getByText('La structure est créée').waitFor();
    await page.getByLabel('Prénom et nom').fill('Awa Diallo');
    await page.getByLabel('Courriel professionnel').fill('awa.diallo@arbrisseau.example');
    await page.getByRole('button', { name: /Créer l’accès/ }).click();
    await page.getByText('une invitation est partie').waitFor();
    const invited = await browser.newContext({
      baseURL: site.url,
      locale: 'fr-FR',
      viewport: { width: 360, height: 740 },
    });
    const own = await invited.newPage();
    await own.goto('/alertes');
    await own.getByRole('link', { name: 'Se connecter' }).click();
    await own.getByRole('button', { name: 'Awa Diallo' }).click();
    await own.getByRole('heading', { name: 'Centre social de l’Arbrisseau' }).waitFor();
    await page.getByRole('button', { name: 'Désactiver l’accès de Awa Diallo' }).click();
    await page.getByText('L’accès est désactivé').waitFor();
    await own.getByRole('link', { name: 'Adhérents', exact: true }).click();
    await own.getByText('rattaché à aucune structure').waitFor();
    await invited.close();
    await context.close();
  });
});
