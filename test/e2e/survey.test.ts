import { createServer, type Server } from 'node:http';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AxeBuilder } from '@axe-core/playwright';
import { mockClient } from 'aws-sdk-client-mock';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkPath } from '../../contracts/routes.ts';
import { apiEvent, context } from '../lambdas/report/api-event.ts';
import { type EmbeddedTables, embeddedTables } from '../support/calls/dynalite-tables.ts';
import { type SurveyWorld, surveyWorld } from '../support/survey/survey-world.ts';
import { openBrowser } from './open-browser.ts';

/** Everything that one page takes, headers included (COMMON-31: a slow telephone, a dear subscription). */
const mostBytes = 20_000;

mockClient(SecretsManagerClient)
  .on(GetSecretValueCommand)
  .resolves({ SecretString: 'k'.repeat(64) });
let tables: EmbeddedTables;
let world: SurveyWorld;
let server: Server;
let browser: Browser;
let phone: BrowserContext;
let page: Page;
/** The same pages where scripts run: axe is one. */
let audit: Page;
let url: string;
const asked: string[] = [];
let heaviest = 0;

beforeAll(async () => {
  tables = await embeddedTables('links', 'questionnaires');
  world = surveyWorld(tables);
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const [, token = ''] = /^\/s\/([^/]+)/.exec(pathname) ?? [];
    const { method = 'GET' } = request;
    const cookies = (request.headers.cookie ?? '').split('; ').filter(Boolean);
    const query = Object.fromEntries(searchParams);
    const event = apiEvent(pathname, { method, query, cookies, pathParameters: { token } });
    const body = Buffer.concat(chunks).toString('base64');
    // Forms come to functions in base64, as any body that is not text to the API.
    const answer = await world.handler({ ...event, ...(body && { body, isBase64Encoded: true }) }, context);
    const { statusCode = 500, headers = {}, body: html = '' } = answer;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
    if (answer.cookies !== undefined) response.setHeader('set-cookie', answer.cookies);
    heaviest = Math.max(heaviest, Buffer.byteLength(html) + JSON.stringify(headers).length);
    response.writeHead(statusCode).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  browser = await openBrowser();
  phone = await browser.newContext({
    baseURL: url,
    locale: 'fr-FR',
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  page = await phone.newPage();
  audit = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => asked.push(request.url()));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  tables?.stop();
});

/** No fault that axe sees, and nothing beside the screen at 320 px, nor when everything is twice as large. */
async function isSound(name: string): Promise<void> {
  await audit.setViewportSize({ width: 360, height: 740 });
  await audit.setContent(await page.content());
  const { violations } = await new AxeBuilder({ page: audit })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  if (process.env['PERMANENCE_SCREENSHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['PERMANENCE_SCREENSHOTS']}/${name}.png`, fullPage: true });
  // What is twice as large has half the room: 200 % of a telephone of 360 px is a page of 180 px.
  for (const width of [320, 180]) {
    await audit.setViewportSize({ width, height: 740 });
    expect(
      Number(await audit.evaluate('document.documentElement.scrollWidth')),
      `${name} at ${width} px`,
    ).toBeLessThanOrEqual(width);
  }
  const targets: unknown = await audit.evaluate(
    "[...document.querySelectorAll('main .back, main .button, main button, .choice')].map((one) => one.getBoundingClientRect().height)",
  );
  expect(Math.min(...(Array.isArray(targets) ? targets.map(Number) : []))).toBeGreaterThanOrEqual(44);
}

const heading = async () => (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

/** Goes on with Tab until what is named has the focus, visibly. */
async function tabTo(name: string): Promise<void> {
  for (let tab = 0; tab < 40; tab += 1) {
    await page.keyboard.press('Tab');
    const focused: unknown = await page.evaluate(
      "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim() + '|' + getComputedStyle(document.activeElement.closest('.choice') ?? document.activeElement).outlineStyle",
    );
    const [text = '', outline] = String(focused).split('|');
    if (!text.startsWith(name)) continue;
    expect(outline).not.toBe('none');
    return;
  }
  throw new Error(`Tab never came to "${name}"`);
}

async function choose(name: string): Promise<void> {
  await page.getByLabel(name, { exact: true }).check();
  await page.getByRole('button', { name: 'Continuer' }).click();
}

describe('ARS-03, COMMON-31: a survey on a telephone, without a script', () => {
  it('is answered from the link to the end by the keyboard alone, each page sound', async () => {
    await page.goto(linkPath(await world.open('r1')));
    await isSound('1-identite');
    await tabTo('Date de naissance');
    await page.keyboard.type('01/01/1980');
    await page.keyboard.press('Enter');
    await page.getByText('Il vous reste 4 essais').waitFor();
    await isSound('2-identite-fausse');
    await page.getByLabel('Date de naissance').fill('9 mars 1980');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Qui répond' }).waitFor();
    await isSound('3-qui');
    const steps = [
      ['La personne suivie', 'Question 1 sur 7'],
      ['Oui', 'Question 2 sur 6'],
      ['Non, aucun', 'Conseils à lire'],
      ['J’ai lu ces consignes', 'Question 3 sur 6'],
      ['Oui, mais c’est difficile', 'Question 4 sur 6'],
      ['Des courses ou des repas', 'Question 5 sur 6'],
      ['Le travail', 'Question 6 sur 6'],
      ['Pas encore', 'Merci'],
    ] as const;
    for (const [name, next] of steps) {
      await tabToChoice(name);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: next }).waitFor();
      // Questions are alike: the first, and the one with the most and longest answers.
      if (!/^Question [2346]/.test(next)) await isSound(`4-${next.replaceAll(' ', '-')}`);
    }
    expect(await heading()).toBe('Merci');
    await page.getByText('transmise aux équipes d’appui').waitFor();
    expect(world.journal.all()).toMatchObject([{ kind: 'questionnaire', channel: 'web', state: 'complete' }]);
  }, 60_000);

  it('goes back, says what is missing, resumes, and shows the 15', async () => {
    await page.goto(linkPath(await world.open('r1', 'j4')));
    await page.getByLabel('Date de naissance').fill('09031980');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await choose('La personne suivie');
    await choose('Oui');
    await page.getByRole('link', { name: 'Question précédente' }).click();
    expect(await page.getByLabel('Oui', { exact: true }).isChecked()).toBe(true);
    await isSound('5-retour');
    await page.reload();
    await choose('Oui');
    // A browser that does not hold back an empty form.
    await page.evaluate("document.querySelectorAll('input').forEach((one) => { one.required = false; })");
    await page.getByRole('button', { name: 'Continuer' }).click();
    expect(await heading()).toContain('Réponse manquante');
    await isSound('6-manquante');
    await choose('Oui, au moins un');
    expect(await heading()).toBe('Urgence');
    expect(await page.getByRole('link', { name: 'Appeler le 15' }).first().getAttribute('href')).toBe('tel:15');
    await isSound('7-urgence');
  }, 60_000);

  it('is sound on every other page too', async () => {
    const path = linkPath(await world.open('r2', 'j9'));
    const pages = ['/s/informations', '/s/accessibilite', '/s/inconnu', `${path}/rappel`, `${path}/stop`];
    for (const one of pages) {
      await page.goto(one);
      await isSound(`8-${one.split('/').at(-1)}`);
    }
    await page.getByRole('button', { name: 'Ne plus recevoir de SMS' }).click();
    await isSound('9-stop');
    await page.goto(`${path}/rappel`);
    await page.getByRole('button', { name: 'Je veux être appelé' }).click();
    await isSound('9-rappel');
    for (let time = 0; time < 5; time += 1) {
      await page.goto(path);
      await page.getByLabel('Date de naissance').fill('01/01/2011');
      await page.getByRole('button', { name: 'Continuer' }).click();
    }
    expect(await heading()).toBe('Ce lien est bloqué');
    await isSound('9-bloque');
    expect(world.news.map(({ type }) => type)).toEqual(['asked', 'locked']);
  }, 60_000);

  it('weighs at most 20 kB a page, and asks nothing of anyone else', () => {
    expect(heaviest).toBeLessThanOrEqual(mostBytes);
    expect(asked.filter((one) => !one.startsWith(url) && !one.startsWith('data:'))).toEqual([]);
  });
});

/** Radio buttons are one stop of the keyboard, and arrows go on from it. */
async function tabToChoice(name: string): Promise<void> {
  const choice = page.getByLabel(name, { exact: true });
  const first = await page.locator('.choice').first().textContent();
  await tabTo((first ?? '').trim());
  if ((await choice.getAttribute('type')) === 'checkbox') {
    await page.keyboard.press('Space');
    return;
  }
  await page.keyboard.press('Space');
  for (let down = 0; down < 10 && !(await choice.isChecked()); down += 1) await page.keyboard.press('ArrowDown');
}
