import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskAnswer } from '../../contracts/session.ts';
import { openBuiltPage } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';

const session: DeskAnswer = {
  userName: 'lea.martin',
  displayName: 'Léa Martin',
  signedInAt: '2025-07-03T20:00:00.000Z',
  administrator: false,
  programmes: [{ name: 'samps', title: 'SAMPS – Province Sud', timeZone: 'Pacific/Noumea', roles: ['agent'] }],
  accessUrl: 'http://site.test/_local/softphone',
  previews: [],
};
const past = '2025-07-03T21:00:00.000Z';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const locked = (page: Page) => page.getByRole('heading', { name: 'Page verrouillée' });
// As text: it runs in the page, whose library the tests do not have.
const kept = (page: Page) =>
  page.evaluate(
    `indexedDB.databases().then((databases) => [localStorage.length, sessionStorage.length, databases.length, document.cookie])`,
  );
/** What the page that one comes back to does, in a tab that closes by itself. */
async function signIn(page: Page): Promise<void> {
  const tab = await page.context().newPage();
  await tab.goto('http://site.test/session').catch(() => undefined);
  await page.waitForTimeout(300);
  if (!tab.isClosed()) await tab.close();
}

// The first to ask has the pages built.
describe('the shell of the pages', { timeout: 60_000 }, () => {
  it('COMMON-31: has nothing that axe holds against it, its menu open or not, at 1440 and 360 pixels', async () => {
    for (const width of [1440, 360]) {
      const page = await openBuiltPage(
        browser,
        '/poste',
        { '/api/session': () => session, '/api/poste': () => session },
        { width, height: 800 },
      );
      await page.getByRole('button', { name: 'Léa Martin' }).waitFor();
      await page.getByRole('button', { name: 'Léa Martin' }).click();
      await page.getByRole('menuitem', { name: 'Se déconnecter' }).waitFor();
      const { violations } = await new AxeBuilder({ page }).include('header').analyze();
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
      await page.context().close();
    }
  });

  it('COMMON-20, COMMON-23, REFLEX-26: locks after five minutes without anybody, keeps what was typed, and opens to the same person signed in again', async () => {
    let now = session;
    const page = await openBuiltPage(
      browser,
      '/poste',
      { '/api/session': () => now, '/api/poste': () => now },
      undefined,
      { clock: true },
    );
    await page.getByRole('button', { name: 'Léa Martin' }).waitFor();
    await page.clock.fastForward('04:50');
    await page.keyboard.press('Shift');
    await page.clock.fastForward('04:50');
    expect(await locked(page).count()).toBe(0);
    await page.clock.fastForward('00:20');
    await locked(page).waitFor();
    expect(await page.getByRole('button', { name: 'Léa Martin' }).isVisible()).toBe(false);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

    // Somebody says that one signed in, and it is the session of before.
    await signIn(page);
    expect(await locked(page).count()).toBe(1);

    now = { ...session, signedInAt: past };
    await signIn(page);
    await locked(page).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Léa Martin' }).isVisible()).toBe(true);

    // Locked once more, the signing in that opened it is used up; another person gets a page of their own.
    await page.clock.fastForward('05:10');
    await locked(page).waitFor();
    await signIn(page);
    expect(await locked(page).count()).toBe(1);
    now = { ...now, userName: 'malia', displayName: 'Malia', signedInAt: '2025-07-03T22:00:00.000Z' };
    await signIn(page);
    await page.getByRole('button', { name: 'Malia' }).waitFor();
    await page.context().close();
  });

  it('REFLEX-26: leaves nothing in the storage of the browser, and breaks no rule of its policy', async () => {
    const page = await openBuiltPage(browser, '/poste', { '/api/session': () => session, '/api/poste': () => session });
    await page.getByRole('button', { name: 'Léa Martin' }).waitFor();
    await page.getByRole('button', { name: 'Léa Martin' }).click();
    expect(await kept(page)).toEqual([0, 0, 0, '']);
    // The policy is that of the template: a script put in the page is not run, and the page itself never needed one.
    const ran = await page.evaluate(
      `(() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); return window.ran ?? 'not run'; })()`,
    );
    expect(ran).toBe('not run');
    await page.context().close();
  });

  it('COMMON-22: says in French that the centre does not answer, and tries again', async () => {
    let isThere = false;
    const answer = () => {
      if (!isThere) throw new Error('down');
      return session;
    };
    const page = await openBuiltPage(browser, '/poste', { '/api/session': answer, '/api/poste': answer });
    await page.getByText('La page ne peut pas s’ouvrir').waitFor();
    isThere = true;
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('button', { name: 'Léa Martin' }).waitFor();
    await page.context().close();
  });
});
