import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { openDeskSite } from './open-desk-site.ts';

describe('the site of a centre', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof openDeskSite>>;

  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(), openDeskSite()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it('COMMON-44: signs a supervisor in, and pushes to their page what an agent asks', async () => {
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

    await page.getByRole('button', { name: 'Patrick Lemoine' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.waitForURL('**/connexion');
    const after = await context.request.get(`${site.url}/api/session`);
    expect(after.status()).toBe(401);
    await context.close();
  }, 60_000);
});
