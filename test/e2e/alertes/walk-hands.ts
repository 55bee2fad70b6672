import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Stage } from './stage.ts';
import { fillMember, sentence } from './walk-members.ts';
import { follow, go, press, waitFor } from './walker.ts';

/** Most stops of the Tab key between two fields of a page. */
const mostTabs = 90;

/** Comes to a field or a button by the Tab key alone; whoever looks sees where they are. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const reached = target.and(page.locator(':focus'));
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if ((await reached.count()) === 1) {
      expect(await page.evaluate(outline), String(target)).not.toBe('none');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} was not reached by ${mostTabs} Tab keys`);
}

/** What surrounds the field that is typed in, or the choice around its box. */
const outline = 'getComputedStyle(document.activeElement.closest(".choice") ?? document.activeElement).outlineStyle';

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

async function key(page: Page, target: Locator, name: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(name);
}

export const keyboardStage: Stage = {
  title: 'COMMON-31, ALERTES-01: without a mouse, registers a member, puts them in a group and schedules a message',
  async walk(walker) {
    const { page } = walker;
    const field = (label: string | RegExp) => page.getByLabel(label, typeof label === 'string' ? { exact: true } : {});
    const link = (name: string) => page.getByRole('link', { name, exact: true }).first();
    const button = (name: string | RegExp) => page.getByRole('button', { name }).last();
    await key(page, page.getByRole('link', { name: 'Aller au contenu' }), 'Enter');
    await key(page, link('Inscrire un adhérent'), 'Enter');
    await type(page, field('Nom'), 'Clavier');
    await type(page, field('Prénom'), 'Camille');
    await type(page, field(/Date de naissance/), '02/02/1992');
    await type(page, field(/Téléphone/), '06 12 34 56 90');
    await key(page, field('culture'), 'Space');
    await key(page, field(sentence), 'Space');
    await key(page, button('Enregistrer'), 'Enter');
    await waitFor(page, 'L’adhérent est inscrit.');
    await key(page, link('Programmer un message'), 'Enter');
    await type(page, field('Titre'), 'Au clavier');
    await tabTo(page, field('Catégorie'));
    await page.keyboard.press('ArrowDown');
    await type(page, field('Message'), 'Bonjour {prenom}, rendez-vous lundi. {structure}');
    await key(page, field('culture'), 'Space');
    await tabTo(page, page.getByRole('radio', { name: 'Dans la minute' }));
    await page.keyboard.press('ArrowDown');
    await type(page, field('Jour'), '02/12/2026');
    await type(page, field('Heure'), '10h');
    await page.keyboard.press('Enter');
    await key(page, button(/^Programmer l’envoi/), 'Enter');
    await waitFor(page, /Le message est programmé/);
  },
};

/** Counts what a finger does, across pages. */
const countClicks = `addEventListener('click', (event) => {
  if (event.isTrusted && event.detail > 0) sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks') ?? 0) + 1));
}, true);`;

export const clickingStage: Stage = {
  title:
    'ALERTES-40: a new user registers a member, puts them in a group and programmes a message in 12 clicks at most',
  async walk(walker) {
    const { page } = walker;
    await page.context().addInitScript(countClicks);
    await go(walker, '/alertes');
    await follow(page, 'Inscrire un adhérent');
    // Fields are gone through by the Tab key, as one types.
    await fillMember(page, ['Nouvelle', 'Personne'], '02/02/1993', '06 12 34 56 91');
    await page.getByLabel('culture', { exact: true }).click();
    await page.getByLabel(sentence).click();
    await press(page, 'Enregistrer');
    await waitFor(page, 'L’adhérent est inscrit.');
    await follow(page, 'Programmer un message');
    await page.getByLabel('Titre').fill('Sortie');
    await page.getByLabel('Catégorie').click();
    await page.getByLabel('Catégorie').selectOption('culture');
    await page.getByLabel('Message', { exact: true }).fill('Bonjour {prenom}, sortie samedi. {structure}');
    await page.getByLabel('culture', { exact: true }).click();
    await page.getByLabel('À une date choisie').click();
    await page.getByLabel('Jour').fill('03/12/2026');
    await page.getByLabel('Heure').fill('10:00');
    await press(page, 'Voir l’aperçu');
    await press(page, /^Programmer l’envoi/);
    await waitFor(page, /Le message est programmé/);
    const clicks = Number(await page.evaluate(`sessionStorage.getItem('clicks')`));
    expect(clicks).toBeGreaterThan(8);
    expect(clicks).toBeLessThanOrEqual(12);
  },
};
