import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { openPreviewSite } from './open-preview-site.ts';

let site: Awaited<ReturnType<typeof openPreviewSite>>;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPreviewSite(), openBrowser()]);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Their browser, on `path`, signed in under the name that the local issuer shows. */
async function signedIn(userName: string, path: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.url,
    locale: 'fr-FR',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  await page.goto(path);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.locator(`button[value="${userName}"]`).click();
  await page.waitForURL(({ pathname }) => pathname.startsWith(path));
  return page;
}

const axe = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

describe('REFLEX-12, COMMON-22: a person at the desk of a campaign with preview', () => {
  it('REFLEX-14, REFLEX-18, REFLEX-19: reads, calls, asks by the keyboard; a cell is told and acknowledges', async () => {
    const page = await signedIn(site.agent, '/poste');
    const seen = (text: string | RegExp) => page.getByText(text).first().waitFor();
    await page.getByRole('button', { name: /Statut/ }).click();
    await page.getByRole('option', { name: 'Disponible' }).click();
    await page.getByRole('button', { name: 'Personne suivante' }).click();
    await seen(/À appeler avant le/);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Appeler' }).click();
    await seen('En conversation');
    await seen('Est-ce bien');
    const texts: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      const text =
        (await page
          .locator('.desk-question h3')
          .or(page.getByText('Questionnaire terminé'))
          .or(page.getByRole('checkbox'))
          .first()
          .textContent()) ?? '';
      if (await page.getByText('Questionnaire terminé').isVisible()) break;
      texts.push(text);
      const advice = page.getByRole('checkbox', { name: 'Les conseils ont été dits' });
      if (await advice.isVisible()) {
        await advice.click();
        await advice.waitFor({ state: 'detached' });
      } else {
        const question = page.locator('.desk-question');
        const before = await question.getAttribute('aria-labelledby');
        const count = await question.locator('.choices button').count();
        // Who answers is the person; then the worst of each list that is not the very last, which is often « ne sait pas ».
        await page.keyboard.press(before === 'question-opening' ? '1' : String(Math.max(1, count - 1)));
        await page.locator(`.desk-question[aria-labelledby="${before}"]`).waitFor({ state: 'detached' });
      }
    }
    expect(texts.length).toBeGreaterThan(5);
    await seen('Questionnaire terminé');
    await seen('Signalé à');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Raccrocher' }).click();
    await seen('À noter');
    await page.getByLabel('Questionnaire complet').check();
    await page.getByRole('button', { name: 'Enregistrer et terminer' }).click();
    await page.getByRole('button', { name: 'Personne suivante' }).waitFor();

    let acknowledged = 0;
    for (const cell of site.cells) {
      const member = await signedIn(`cellule.${cell}`, '/signalements');
      await member.goto(`/signalements/reflex/${cell}`);
      const take = member.getByRole('button', { name: 'Prendre en charge les signalements cochés' });
      if (await take.isVisible()) {
        await member.getByRole('checkbox').first().check();
        await take.click();
        await member.getByText('Pris en charge').first().waitFor();
        acknowledged += 1;
      }
      await member.context().close();
    }
    expect(acknowledged).toBeGreaterThan(0);
  }, 300_000);
});
