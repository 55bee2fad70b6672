import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { scratch } from '../../support/assembly.ts';
import type { Stage } from './stage.ts';
import { follow, go, look, picture, press, said, waitFor } from './walker.ts';

const list = join(import.meta.dirname, '../../lambdas/members/files/libreoffice.xlsx');
/** A file of 51 MB that takes no room. */
function tooLong(): string {
  const path = join(scratch('alertes-long'), 'adherents.csv');
  writeFileSync(path, 'Nom;Prénom\n');
  truncateSync(path, 51 * 1024 * 1024);
  return path;
}

export const sentence =
  /j'accepte que le centre social m'envoi des SMS et des newsletters pour m'informer de l'actualité de la structure/;

export async function fillMember(page: Page, name: readonly [string, string], birthDate: string, phone: string) {
  await page.getByLabel('Nom', { exact: true }).fill(name[0]);
  await page.getByLabel('Prénom', { exact: true }).fill(name[1]);
  await page.getByLabel(/Date de naissance/).fill(birthDate);
  await page.getByLabel(/Téléphone/).fill(phone);
}

const listed = (page: Page) => page.locator('tbody th[scope=row]').allInnerTexts();

export const memberStages: readonly Stage[] = [
  {
    title:
      'ALERTES-04, ALERTES-05, ALERTES-09, ALERTES-15, ALERTES-16, ALERTES-17, ALERTES-25: registers a member with birth date, groups and the exact sentence, unticked, once, and comes home',
    async walk(walker) {
      const { page } = walker;
      await look(walker, 'accueil');
      await follow(page, 'Inscrire un adhérent');
      expect(await page.getByLabel(sentence).isChecked()).toBe(false);
      await page.getByLabel('Adresse électronique').fill('');
      await fillMember(page, ['Lefèvre', 'Inès'], '12/03/1988', '06 12 34 56 78');
      await picture(walker, 'inscription');
      await page.getByLabel(/Date de naissance/).fill('31/02/1988');
      await page.getByLabel('jeunesse', { exact: true }).check();
      await page.getByLabel(sentence).check();
      await look(walker, 'inscription');
      await press(page, 'Enregistrer');
      await waitFor(page, 'Ce jour n’existe pas dans le calendrier');
      await look(walker, 'inscription-faute');
      await page.getByLabel(/Date de naissance/).fill('12/03/2027');
      await press(page, 'Enregistrer');
      await waitFor(page, /dans le futur|à venir/);
      expect(await page.getByLabel('jeunesse', { exact: true }).isChecked()).toBe(true);
      await page.getByLabel(/Date de naissance/).fill('12/03/1988');
      await page.getByRole('button', { name: 'Enregistrer' }).dblclick();
      await waitFor(page, 'L’adhérent est inscrit.');
      expect(page.url()).toContain('/alertes?fait=inscrit');
      await picture(walker, 'accueil');
    },
  },
  {
    title:
      'ALERTES-10, ALERTES-20, ALERTES-30, A-17: is led to who is known, asked about who looks alike, and registers a family of one number',
    async walk(walker) {
      const { page } = walker;
      await follow(page, 'Inscrire un adhérent');
      await fillMember(page, ['LEFEVRE', 'ines'], '', '+33 6 12 34 56 78');
      await page.getByLabel('rsa', { exact: true }).check();
      await press(page, 'Enregistrer');
      await waitFor(page, 'Cette personne est déjà inscrite');
      await look(walker, 'deja-inscrit');
      await picture(walker, 'deja-inscrit');
      await go(walker, '/alertes/adherents/nouveau');
      await fillMember(page, ['Lefèvre', 'Inès'], '09/01/1962', '');
      await press(page, 'Enregistrer');
      await page.getByRole('heading', { name: 'Est-ce la même personne ?' }).waitFor();
      await look(walker, 'ressemblance');
      await press(page, /C’est une autre personne/);
      await waitFor(page, 'L’adhérent est inscrit.');
      for (const child of ['Tom', 'Lou'] as const) {
        await go(walker, '/alertes/adherents/nouveau');
        await fillMember(page, ['Lefèvre', child], `0${child.length}/0${child === 'Tom' ? 1 : 2}/2016`, '0612345678');
        await press(page, 'Enregistrer');
        await waitFor(page, 'L’adhérent est inscrit.');
      }
    },
  },
  {
    title:
      'ALERTES-18: brings a file saved by LibreOffice, with its mistakes, its members and its errors in a workbook',
    async walk(walker) {
      const { page } = walker;
      await go(walker, '/alertes/import');
      await look(walker, 'import');
      await picture(walker, 'import');
      const field = page.getByLabel(/Fichier Excel/);
      await field.setInputFiles(tooLong());
      await press(page, 'Envoyer le fichier');
      expect(await page.evaluate('document.querySelector("#fichier").validationMessage')).toContain('dépasse 50 Mo');
      await field.setInputFiles(list);
      await press(page, 'Envoyer le fichier');
      await page.getByRole('heading', { name: /à valider/ }).waitFor();
      await waitFor(page, '31/02/1990');
      await look(walker, 'import-apercu');
      await page.getByLabel(/enregistrer son accord/).check();
      await press(page, /^Inscrire \d adhérents/);
      await waitFor(page, 'L’import est terminé.');
      await look(walker, 'import-termine');
      const errors = await page.getByRole('link', { name: /classeur des erreurs/ }).getAttribute('href');
      const answer = await page.request.get(`${walker.site.url}${errors}`);
      expect(answer.headers()['content-disposition']).toMatch(/import_\d{8}_erreurs\.xlsx/);
    },
  },
  {
    title:
      'ALERTES-11, ALERTES-14, ALERTES-21: finds members in alphabetical order, with their ages, by last and by first name',
    async walk(walker) {
      const { page } = walker;
      await go(walker, '/alertes/adherents');
      const order = (await listed(page)).map((name) =>
        name
          .normalize('NFD')
          .replaceAll(/[^A-Za-z ]/g, '')
          .toUpperCase(),
      );
      expect(order).toEqual([
        ...['CMDA LEA', 'DORSAY ELEONORE', 'DORSAY LEO', 'DORSAY LUCIE', 'ELUARD PAUL', 'ELVIRE ANNE'],
        ...['HADDAD SAMIR', 'LEFEVRE INES', 'LEFEVRE INES', 'LEFEVRE LOU', 'LEFEVRE TOM', 'NGUYEN BAO', 'NGUYEN O'],
        'ZOLA EMILE',
      ]);
      expect(await said(walker, 'tr:has-text("ELVIRE")')).toContain('22 ans');
      await look(walker, 'adherents');
      await picture(walker, 'adherents');
      for (const [typed, found] of [
        ['dor', ['D’ORSAY Léo', 'D’ORSAY Lucie', "D'ORSAY Éléonore"]],
        ['emi', ['ZOLA Émile']],
      ] as const) {
        await page.getByLabel('Chercher un adhérent').fill(typed);
        await page.keyboard.press('Enter');
        await waitFor(page, new RegExp(`^${found.length} adhérent`));
        expect((await listed(page)).toSorted()).toEqual([...found].toSorted());
        expect(page.url()).not.toContain(typed);
      }
      await look(walker, 'recherche');
    },
  },
  {
    title:
      'ALERTES-05, ALERTES-09, ALERTES-31: changes a sheet, takes an agreement back, makes a group, and forgets a member',
    async walk(walker) {
      const { page } = walker;
      await follow(page, /ZOLA/);
      await look(walker, 'fiche');
      await follow(page, 'Modifier la fiche');
      await page.getByLabel('Autre groupe, à créer').fill('Sorties en famille');
      await look(walker, 'modifier');
      await press(page, 'Enregistrer');
      await waitFor(page, 'La fiche est modifiée.');
      await press(page, 'Retirer l’accord');
      await waitFor(page, 'Désinscrit');
      await look(walker, 'accord-retire');
      await page.getByLabel(sentence).check();
      await press(page, 'Enregistrer l’accord');
      await page.getByRole('button', { name: 'Retirer l’accord' }).waitFor();
      await go(walker, '/alertes/groupes');
      await look(walker, 'groupes');
      await picture(walker, 'groupes');
      await follow(page, 'Sorties en famille');
      await waitFor(page, '1 adhérent.');
      await look(walker, 'groupe');
      await follow(page, /ZOLA/);
      await follow(page, 'Effacer ses données');
      await look(walker, 'effacer');
      await press(page, 'Effacer définitivement');
      await waitFor(page, /effac/);
      expect(page.url()).toContain('/alertes?fait=efface');
    },
  },
];
