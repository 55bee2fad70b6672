import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boss, listRoom } from '../support/outbound/list-room.ts';
import { openBrowser } from './open-browser.ts';

const csv = [
  'Nom;Prénom;Date de naissance;Téléphone',
  'MARTIN;Jeanne;12/03/1938;01 42 34 56 78',
  'LEFÈVRE;Éloïse;31/02/1931;06 12 34 56 78',
  'GAUTIER;Robert;12/02/1934;01 49 84 85 86',
  'GAUTIER;Robert;12/02/1943;01 40 00 00 01',
  'SOURDE;Anna;01/01/1940;',
].join('\r\n');

let room: ReturnType<typeof listRoom>;
let browser: Browser;
let server: Server;
let page: Page;
let url: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', url);
    const body = await buffer(request);
    if (pathname === '/bucket') {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const form = await new Response(new Uint8Array(body), { headers }).formData();
      const [, importId = ''] = String(form.get('key')).split('/');
      const file = form.get('file');
      if (file instanceof File) room.sent.set(importId, new Uint8Array(await file.arrayBuffer()));
      response.writeHead(303, { location: String(form.get('success_action_redirect')) }).end();
      return;
    }
    const posted = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
    const answer = await (request.method === 'POST' ? room.post(pathname, posted, boss) : room.open(pathname, boss));
    await room.work();
    const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name, `${value}`] as const);
    response.writeHead(answer.statusCode ?? 500, Object.fromEntries(headers)).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  room = listRoom(url, `${url}/bucket`);
  browser = await openBrowser();
  const opened = await browser.newContext({ locale: 'fr-FR', viewport: { width: 320, height: 800 } });
  page = await opened.newPage();
  page.setDefaultTimeout(10_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function hasNoFault(): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow).toBe(0);
}

describe('REFLEX-23: a supervisor’s browser', () => {
  it('COMMON-31: sends a list, decides, validates it and takes someone out, with pages that anybody can use', async () => {
    await page.goto(`${url}/listes/ville`);
    await hasNoFault();
    await page
      .getByLabel(/Fichier Excel/)
      .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Envoyer' }).click();
    // The page reads itself again until the list is read.
    await page.getByRole('heading', { name: /à valider/ }).waitFor();
    await hasNoFault();
    await page.getByRole('cell', { name: 'Valeur : 31/02/1931' }).waitFor();
    await page.getByLabel('Deux personnes').check();
    await page.getByRole('button', { name: 'Enregistrer ces décisions' }).click();
    await page.getByRole('button', { name: 'Inscrire au registre' }).click();
    await page.getByText('La liste est inscrite au registre.').waitFor();
    await hasNoFault();
    expect(await room.lines()).toHaveLength(5);

    await page.getByRole('link', { name: 'Toutes les listes' }).click();
    await page.getByLabel('Nom', { exact: true }).fill('Martin');
    await page.getByLabel('Prénom').fill('jeanne');
    await page.getByLabel(/Date de naissance/).fill('12/03/1938');
    await page.getByRole('button', { name: 'Sortir du registre' }).click();
    await page.getByText('ne sera plus appelée').waitFor();
    await hasNoFault();
    expect(await room.lines()).toHaveLength(4);
  }, 60_000);
});
