import { createServer, type Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../adapters/content-hash.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { questionnaireDraftsHandler } from '../../lambdas/questionnaire-drafts/handler.ts';
import { heatWaveQuestionnaire as heat } from '../../programmes/reflex/questionnaire.ts';
import { referralRules } from '../../programmes/reflex/referrals.ts';
import { samps } from '../../programmes/samps/programme.ts';
import { apiEvent, context } from '../lambdas/report/api-event.ts';
import { MemoryContent, MemoryJournal } from '../support/calls/memory-ports.ts';
import { openBrowser } from './open-browser.ts';

const outbound = { campaignTypes: [], questionnaires: [heat], referralRules };
const programmes: Readonly<Record<string, Programme>> = { reflex: { ...samps, name: 'reflex', outbound } };
const handler = questionnaireDraftsHandler(async () => ({
  ports: {
    content: new MemoryContent({ questionnaires: [heat], referralRules }),
    versions: { versions: async () => [], add: async () => false },
    journal: new MemoryJournal(),
    hash: contentHash,
  },
  programmes,
  now: () => '2026-07-06T08:00:00.000Z',
}));

let browser: Browser;
let server: Server;
let page: Page;
let url: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const pathParameters = { programme: 'reflex', questionnaire: 'canicule' };
    const query = Object.fromEntries(searchParams);
    const event = apiEvent(pathname, { groups: 'reflex:client', userName: 'ville', query, pathParameters });
    const { statusCode = 500, headers = {}, body } = await handler(event, context);
    response.writeHead(
      statusCode,
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}`])),
    );
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
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
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(320);
}

const heading = () => page.getByRole('heading', { level: 1 }).textContent();
const next = () => page.getByRole('button', { name: 'Continuer' }).click();

describe('COMMON-31, COMMON-39: a questionnaire in a browser', () => {
  it('is passed by keyboard, without a fault of accessibility, on a narrow screen', async () => {
    await page.goto(`${url}/questionnaires/reflex/canicule`);
    await hasNoFault();
    await page.getByLabel('La personne inscrite').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Conseils à lire' }).waitFor();
    await hasNoFault();
    await page.getByRole('checkbox').check();
    await next();
    for (let asked = 0; asked < heat.questions.length && (await heading())?.startsWith('Question'); asked += 1) {
      if (asked === 1) await hasNoFault();
      await page.getByRole('radio').first().check();
      await next();
    }
    expect(await heading()).toBe('Merci');
    await hasNoFault();
  });

  it('goes back to an answer, and stops at an emergency', async () => {
    const begun = 'respondent=person&adviceSaid=true&Q1=mal';
    await page.goto(`${url}/questionnaires/reflex/canicule?${begun}`);
    await page.getByRole('link', { name: 'Question précédente' }).click();
    expect(await page.getByRole('radio', { name: 'Mal' }).isChecked()).toBe(true);
    await next();
    await page.getByRole('radio', { name: 'Plusieurs signes' }).check();
    await next();
    expect(await page.getByRole('alert').textContent()).toContain('Appelez le 15 ou le 112 maintenant.');
    await hasNoFault();
  });
});
