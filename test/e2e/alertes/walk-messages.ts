import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Stage } from './stage.ts';
import { follow, go, look, picture, press, said, waitFor } from './walker.ts';

interface Typed {
  readonly title: string;
  readonly category: string;
  readonly text: string;
  readonly groups: readonly string[];
}

async function write(page: Page, { title, category, text, groups }: Typed): Promise<void> {
  await page.getByLabel('Titre').fill(title);
  await page.getByLabel('Catégorie').selectOption(category);
  await page.getByLabel('Message', { exact: true }).fill(text);
  for (const group of groups) await page.getByLabel(group, { exact: true }).check();
}

async function at(page: Page, day: string, time: string): Promise<void> {
  await page.getByLabel('À une date choisie').check();
  await page.getByLabel('Jour').fill(day);
  await page.getByLabel('Heure').fill(time);
}

export const messageStages: readonly Stage[] = [
  {
    title: 'ALERTES-06, ALERTES-27: follows a message that was sent person by person; a family of one number got one',
    async walk(walker) {
      await go(walker, `/alertes/messages/${walker.sent}`);
      await look(walker, 'suivi');
      await picture(walker, 'suivi');
      const text = await said(walker);
      expect(text).toMatch(/ORSAY Lucie ?(Reçu|Envoyé)/);
      expect(text).toMatch(/ORSAY Léo ?Même numéro qu’une autre personne/);
      expect(text).toContain('vendredi 20 novembre 2026');
    },
  },
  {
    title:
      'ALERTES-06, ALERTES-07, ALERTES-23, ALERTES-32: writes to several groups, counted while typed and previewed for three, schedules, changes, cancels and restores it',
    async walk(walker) {
      const { page } = walker;
      await go(walker, '/alertes');
      await follow(page, 'Programmer un message');
      await look(walker, 'ecrire');
      await write(page, {
        ...{ title: 'Sortie au musée', category: 'culture', groups: ['petite-enfance', 'culture', 'rsa'] },
        text: 'Bonjour {prenom}, la sortie au musée est samedi à 14 h. {structure}',
      });
      expect(await page.locator('#compte').textContent()).toMatch(/^\d SMS par personne/);
      await at(page, '25/12/2026', '21h30');
      await press(page, 'Voir l’aperçu');
      const preview = page.locator('section[aria-label="Aperçu"]');
      await preview.waitFor();
      await look(walker, 'apercu');
      await picture(walker, 'message');
      const text = await said(walker, 'section[aria-label="Aperçu"]');
      expect(text).toMatch(/3 ?personnes recevront le SMS/);
      expect(text).toMatch(/SMS impossible \(numéro fixe\) ?1/);
      expect(text).toMatch(/Même numéro.* ?1/);
      expect(text).toMatch(/attendra le samedi 26 décembre 2026 à 8 ?h/);
      expect(text).toMatch(/Bonjour Lucie, la sortie au musée est samedi à 14 h\. Centre social/);
      await press(page, /^Programmer l’envoi à/);
      await waitFor(page, /Le message est programmé/);
      await follow(page, 'Modifier');
      await look(walker, 'modifier-message');
      expect(await page.getByLabel('Jour').inputValue()).toBe('26/12/2026');
      await page.getByLabel('Titre').fill('Sortie au LaM');
      await page.getByLabel('rsa', { exact: true }).uncheck();
      await press(page, 'Voir l’aperçu');
      await press(page, /^Programmer l’envoi à/);
      await waitFor(page, /Le message est modifié/);
      await page.getByRole('heading', { level: 1, name: 'Sortie au LaM' }).waitFor();
      await press(page, 'Annuler l’envoi');
      await waitFor(page, 'Annulé');
      await press(page, 'Rétablir l’envoi');
      await waitFor(page, 'Programmé');
    },
  },
  {
    title:
      'ALERTES-07, ALERTES-19: uses a message again with a new date; a past one and an hour that is not are refused, and the first stays',
    async walk(walker) {
      const { page } = walker;
      await go(walker, `/alertes/messages/${walker.sent}`);
      await follow(page, 'Réutiliser');
      expect(await page.getByLabel('Titre').inputValue()).toBe('Atelier du mercredi');
      expect(await page.getByLabel('petite-enfance').isChecked()).toBe(true);
      await at(page, '01/11/2026', '10:00');
      await press(page, 'Voir l’aperçu');
      await waitFor(page, /est passé/);
      await look(walker, 'date-passee');
      await at(page, '28/03/2027', '02:30');
      await press(page, 'Voir l’aperçu');
      await waitFor(page, /n’existe pas\s: les horloges avancent/);
      await at(page, '01/12/2026', '10:00');
      await press(page, 'Voir l’aperçu');
      await press(page, /^Programmer/);
      await waitFor(page, /Le message est programmé/);
      await go(walker, '/alertes/messages?categorie=enfance');
      await look(walker, 'messages');
      expect(await page.locator('tbody tr').count()).toBe(2);
      expect(await said(walker, 'tbody')).toContain('20/11/2026');
    },
  },
  {
    title:
      'ALERTES-28, ALERTES-03: all groups at once are refused to a user, and taken from an administrator with a reason',
    async walk(walker) {
      const { page, role } = walker;
      await go(walker, '/alertes/messages/nouveau');
      await write(page, {
        ...{ title: 'Fermeture', category: 'vie-du-centre', text: 'Le centre est fermé lundi 🎉' },
        groups: await page.getByRole('group', { name: 'Groupes' }).getByRole('checkbox').evaluateAll(labelsOf),
      });
      await at(page, '30/11/2026', '10:00');
      await press(page, 'Voir l’aperçu');
      await waitFor(page, /Tous les groupes sont choisis/);
      await look(walker, `garde-fou-${role}`);
      if (role === 'user') {
        expect(await page.getByRole('button', { name: /^Programmer/ }).count()).toBe(0);
        return;
      }
      await page.getByLabel('Motif').fill('Dégât des eaux : tout le monde est concerné');
      await press(page, /^Programmer/);
      await waitFor(page, /Le message est programmé/);
      await waitFor(page, 'Dégât des eaux : tout le monde est concerné');
    },
  },
  {
    title: 'ALERTES-26, ALERTES-29: notes a monthly date of a member with whom to call, and reads its next reminder',
    async walk(walker) {
      const { page } = walker;
      await go(walker, '/alertes/adherents');
      await follow(page, /LUCIE|Lucie/);
      await follow(page.getByRole('main'), 'Dates et rappels');
      await page.getByRole('heading', { level: 1, name: /Lucie/ }).waitFor();
      await look(walker, 'dates-adherent');
      await picture(walker, 'dates');
      await page.getByLabel('Démarche').selectOption('france-travail');
      await page.getByLabel('Jour', { exact: true }).fill('31/01/2027');
      await page.getByLabel('Personne à appeler').fill('Mme Benali');
      await page.getByLabel('Son téléphone').fill('0320123456');
      await press(page, 'Noter la date');
      await waitFor(page, /La date est notée/);
      await look(walker, 'date');
      const text = await said(walker);
      expect(text).toMatch(/28\/01\/2027 à 10:00/);
      expect(text).toContain('Contact : Mme Benali 03 20 12 34 56');
      await go(walker, '/alertes/dates');
      await look(walker, 'dates');
      expect(await said(walker, 'tbody')).toMatch(/Lucie ?dimanche 31 janvier 2027/);
    },
  },
  {
    title:
      'ALERTES-31, ALERTES-35: the link of a message stops them by one button, without an account nor a script, and the list says so',
    async walk(walker) {
      const { page, site, width, stopPath } = walker;
      const viewport = { width, height: 740 };
      const phone = await page.context().browser()?.newContext({ viewport, javaScriptEnabled: false });
      const own = await phone?.newPage();
      if (own === undefined) throw new Error('the browser is gone');
      await own.goto(`${site.url}${stopPath}`);
      expect(await own.locator('.feder').textContent()).toContain("Ce projet est cofinancé par l'Union Européenne");
      await press(own, 'Ne plus recevoir de SMS');
      expect(await own.getByRole('status').textContent()).toContain(`plus de SMS de ${walker.centre.name}`);
      await phone?.close();
      await go(walker, '/alertes/adherents');
      expect(await said(walker, 'tr:has-text("ÉLUARD")')).toMatch(/Désinscrit/);
    },
  },
];

function labelsOf(boxes: readonly { readonly parentElement: { readonly textContent: string | null } | null }[]) {
  return boxes.map(({ parentElement }) => parentElement?.textContent ?? '');
}
