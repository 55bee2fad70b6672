import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { generalAdministrator } from '../../../simulation/alertes/open-alertes.ts';
import type { AlertesSite } from '../open-alertes-site.ts';
import { follow, look, openPage, press, said, waitFor } from './walker.ts';

interface GeneralStage {
  readonly title: string;
  readonly walk: (site: AlertesSite, browser: Browser, width: 1440 | 360) => Promise<void>;
}

/** What general administrators do, who manage structures and see no member of any. */
export const generalStages: readonly GeneralStage[] = [
  {
    title:
      'ALERTES-02, ALERTES-03, ALERTES-37: creates a structure, names it anew and gives an access; who is disabled is out at the next click',
    async walk(site, browser, width) {
      const page = await openPage(browser, site, generalAdministrator.username, width);
      const name = `Territoire ${width}`;
      const general = { page, width };
      await look(general, 'accueil-general');
      await follow(page, 'Structures et utilisateurs');
      await look(general, 'structures');
      await page.getByLabel('Nom de la structure').fill('Centre social Mosaïque');
      await press(page, 'Créer la structure');
      await waitFor(page, 'Une structure s’appelle déjà');
      await page.getByLabel('Nom de la structure').fill('Nom provisoire');
      await press(page, 'Créer la structure');
      await waitFor(page, 'La structure est créée');
      await look(general, 'structure');
      await page.getByLabel('Prénom et nom').fill(`Awa Diallo ${width}`);
      await page.getByLabel('Courriel professionnel').fill(`awa.diallo@territoire${width}.example`);
      await press(page, /Créer l’accès/);
      await waitFor(page, /une invitation est partie/);
      await page.getByLabel('Nom de la structure').fill(name);
      await press(page, 'Renommer la structure');
      await waitFor(page, 'La structure est renommée');
      const invited = await browser.newContext({ baseURL: site.url, locale: 'fr-FR' });
      const own = await invited.newPage();
      await own.goto('/alertes');
      await follow(own, 'Se connecter');
      await press(own, `Awa Diallo ${width}`);
      await own.getByRole('heading', { name }).waitFor();
      await press(page, `Désactiver l’accès de Awa Diallo ${width}`);
      await waitFor(page, 'L’accès est désactivé');
      await follow(own, 'Adhérents');
      await waitFor(own, /rattaché à aucune structure/);
      await invited.close();
      await page.context().close();
    },
  },
  {
    title:
      'ALERTES-08, ALERTES-12, A-16: reads totals and how many people several structures have, nobody by name, and opens no list',
    async walk(site, browser, width) {
      const page = await openPage(browser, site, generalAdministrator.username, width);
      const general = { page, width };
      await follow(page, 'Statistiques générales');
      await look(general, 'statistiques-generales');
      const text = await said(general);
      expect(text).toMatch(/Centre social Mosaïque ?\d+/);
      expect(text).toMatch(/\d+ personnes sont inscrites dans plusieurs structures/);
      expect(text).not.toMatch(/ÉLUARD|LEFÈVRE|petite-enfance/);
      await page.goto('/alertes/adherents');
      await waitFor(page, /rattaché à aucune structure/);
      await page.context().close();
    },
  },
];
