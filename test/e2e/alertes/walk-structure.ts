import { expect } from 'vitest';
import { notice } from '../../../programmes/alertes/notice.ts';
import type { Stage } from './stage.ts';
import { follow, go, look, picture, press, said, waitFor } from './walker.ts';

export const structureStages: readonly Stage[] = [
  {
    title:
      'ALERTES-08, ALERTES-11, ALERTES-41: reads figures and charts, and takes their workbook; nobody is named in them',
    async walk(walker) {
      const { page, site, centre } = walker;
      await go(walker, '/alertes/statistiques');
      await look(walker, 'statistiques');
      await picture(walker, 'statistiques');
      const text = await said(walker);
      expect(text).toContain(centre.name);
      expect(text).toMatch(/13 ?adhérents/);
      expect(text).toMatch(/2 ?SMS partis/);
      expect(text).toMatch(/2 ?STOP/);
      expect(text).not.toMatch(/ÉLUARD|LEFÈVRE|plusieurs structures/);
      await page.getByLabel('De', { exact: true }).selectOption('2025-12');
      await press(page, 'Compter');
      await waitFor(page, /de décembre 2025 à novembre 2026/);
      const link = await page.getByRole('link', { name: /classeur Excel/ }).getAttribute('href');
      const answer = await page.request.get(`${site.url}${link}`);
      expect(answer.headers()['content-type']).toContain('spreadsheetml');
    },
  },
  {
    title:
      'ALERTES-12, ALERTES-22, ALERTES-37: what another centre has is as unknown as what is not, and every list is of this one alone',
    async walk(walker) {
      const { page, other } = walker;
      const answers: string[] = [];
      for (const id of [other.sent, '9'.repeat(32)]) {
        for (const path of [`/alertes/messages/${id}`, `/alertes/groupes/${id}`]) {
          await go(walker, path);
          answers.push(await said(walker, 'body'));
        }
      }
      expect(new Set(answers).size).toBe(1);
      await look(walker, 'introuvable');
      await picture(walker, 'introuvable');
      await go(walker, '/alertes/messages');
      expect(await page.locator(`a[href*="${other.sent}"]`).count()).toBe(0);
    },
  },
  {
    title:
      'ALERTES-02, ALERTES-03: an administrator of the centre invites a user and takes the access away; a user may not, and no one of them makes structures',
    async walk(walker) {
      const { page, role } = walker;
      await go(walker, '/alertes/structures');
      await waitFor(page, 'Cette page est réservée aux administrateurs généraux.');
      await look(walker, `refus-${role}`);
      if (role === 'user') {
        await go(walker, '/alertes/utilisateurs');
        await waitFor(page, 'Cette page est réservée à l’administrateur de votre structure.');
        return;
      }
      await follow(page, 'Utilisateurs');
      await look(walker, 'acces');
      await picture(walker, 'acces', 'admin');
      await page.getByLabel('Prénom et nom').fill('Awa Diallo');
      await page.getByLabel('Courriel professionnel').fill(`awa${walker.width}@centre.example`);
      await press(page, /Créer l’accès/);
      await waitFor(page, /une invitation est partie/);
      expect(page.url()).toContain('/alertes?fait=acces-cree');
      await follow(page, 'Utilisateurs');
      await press(page, 'Désactiver l’accès de Awa Diallo');
      await waitFor(page, 'L’accès est désactivé');
    },
  },
  {
    title: 'ALERTES-33: reads the notice, a section for each feature',
    async walk(walker) {
      const { page } = walker;
      await follow(page, 'Notice');
      await look(walker, 'notice');
      const titles = (await page.locator('main section h2').allInnerTexts()).map((title) =>
        title.replace(/^\d+\.\s/, ''),
      );
      expect(titles).toHaveLength(notice.sections.length);
    },
  },
  {
    title: 'ALERTES-13, ALERTES-24, ALERTES-35: reads who holds what of them, and comes home by the logo',
    async walk(walker) {
      const { page } = walker;
      await follow(page, 'Mentions');
      await look(walker, 'mentions');
      await page.getByRole('link', { name: 'Centres sociaux connectés, accueil' }).click();
      await page.getByRole('heading', { level: 1, name: walker.centre.name }).waitFor();
    },
  },
];
