import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskContext } from '../../contracts/desk-context.ts';
import type { AppointmentsAnswer, CardsAnswer, PlacesAnswer } from '../../contracts/desk-knowledge.ts';
import type { DeskTextAnswer } from '../../contracts/desk-text.ts';
import type { ManualCallsAnswer } from '../../contracts/manual-calls.ts';
import { placesNear } from '../../domain/place/places-near.ts';
import { motives } from '../../programmes/samps/motives.ts';
import { samps } from '../../programmes/samps/programme.ts';
import { idlePhone, onPhone, openDesk } from './desk-fixtures.ts';
import { findFaults } from './find-faults.ts';
import { openBrowser } from './open-browser.ts';

const schemes = samps.schemes?.map(({ code, label }) => ({ code, label })) ?? [];
const context: DeskContext = {
  ...{ programme: 'samps', contactId: 'c-1', callId: 'c-1', scheme: 'BOURSES', schemes, motives },
  person: { personId: 'p-1', numberKey: 'k-1', known: true },
  ...{ history: [], questions: [] },
};
const cards: CardsAnswer = {
  ...{ edition: 1, day: '2025-07-04' },
  cards: (samps.knowledge?.cards ?? []).map(({ cardId, text: { dates: _, ...text } }) => ({
    ...{ cardId, version: 1, publishedAt: '2025-07-01T00:00:00.000Z' },
    ...text,
  })),
};
const near = placesNear(samps.knowledge?.places ?? { communes: [], places: [] }, 'Bourail');
if ('fault' in near) throw new Error(near.fault);
const places: PlacesAnswer = near;
const appointments: AppointmentsAnswer = {
  ...{ from: '2025-07-04', to: '2025-08-01' },
  sites: [
    { id: 'cms-bourail', name: 'Centre médico-social, Bourail', kind: 'on-site', commune: 'Bourail', minutes: 30 },
    { id: 'telephone', name: 'Accompagnement numérique par téléphone', kind: 'phone', minutes: 30 },
  ],
  appointments: [
    {
      ...{ appointmentId: 'a-1', kind: 'phone', siteId: 'telephone', site: 'Accompagnement numérique par téléphone' },
      ...{ slotAt: '2025-07-04T23:00:00.000Z', minutes: 30, scheme: 'BOURSES', state: 'booked', texts: false },
    },
  ],
};
const slots = {
  ...{ site: 'cms-bourail', day: '2025-07-04' },
  slots: [
    { at: '2025-07-03T23:00:00.000Z', minutes: 30, free: 1 },
    { at: '2025-07-03T23:30:00.000Z', minutes: 30, free: 0 },
  ],
};
const text: DeskTextAnswer = {
  text: 'Pièces à fournir :\n- Livret de famille',
  ...{ encoding: 'GSM-7', parts: 1, dollars: 0.1142, sender: 'SAMPS', number: 'landline' },
};
const file = {
  file: {
    ...{ reference: 'BO-2025-0107', scheme: 'BOURSES', status: 'incomplete', deadline: '2025-07-31' },
    missing: ['Certificat de scolarité', 'Relevé d’identité bancaire'],
  },
};
const manual: ManualCallsAnswer = {
  calls: [
    {
      ...{ numberKey: 'n-1', scheme: 'BOURSES', since: '2025-07-03T20:40:00.000Z', calls: 2, tries: 1 },
      deadline: '2025-07-07T05:00:00.000Z',
    },
  ],
  results: [
    { code: 'reached', label: 'La personne a répondu' },
    { code: 'no-answer', label: 'Pas de réponse, ou répondeur' },
  ],
  ...{ schemes, motives },
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Nothing that axe can see, whole at 360 px; pictures are kept where they are asked for. */
async function looks(page: Page, name: string): Promise<void> {
  expect(await findFaults(page)).toEqual([]);
  const { PERMANENCE_SCREENSHOTS: folder } = process.env;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/panel-${name}-1440.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  if (folder !== undefined) await page.screenshot({ path: `${folder}/panel-${name}-360.png`, fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
}

describe('COMMON-31: what helps to answer, beside the call', () => {
  it('SAMPS-13, SAMPS-22, SAMPS-25, SAMPS-28, COMMON-23: cards, places, appointments and files by tab, a list of documents sent once, and nothing kept by the browser', async () => {
    const posted: { readonly path: string; readonly body: unknown }[] = [];
    const page = await openDesk(browser, onPhone('CONNECTED'), {
      '/api/samps/contacts/c-1': () => context,
      '/api/samps/fiches': () => cards,
      '/api/samps/lieux': () => places,
      '/api/samps/rendez-vous': () => appointments,
      '/api/samps/creneaux': () => slots,
      '/api/samps/contacts/c-1/fiches': () => ({}),
    });
    await page.route('**/contacts/c-1/sms*', async (route) => {
      const request = route.request();
      if (request.method() === 'POST') posted.push({ path: 'sms', body: request.postDataJSON() });
      await route.fulfill({
        json:
          request.method() === 'POST'
            ? { messageId: 'm-1', leavesAt: '2025-07-03T22:00:00.000Z' }
            : request.url().includes('message=')
              ? { ...text, outcome: { state: 'delivered', words: 'Reçu sur le téléphone', final: true } }
              : text,
      });
    });
    await page.route('**/api/samps/dossiers', async (route) => {
      posted.push({ path: 'dossiers', body: route.request().postDataJSON() });
      await route.fulfill({ json: file });
    });
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/c-1/fiches')) {
        posted.push({ path: 'fiches', body: request.postDataJSON() });
      }
    });

    await page.getByLabel('Chercher dans les fiches').fill('pieces bourse');
    await page.getByRole('button', { name: 'Bourses scolaires : qui y a droit, quelles pièces ?' }).click();
    await page.getByRole('button', { name: /Envoyer par SMS/ }).click();
    await page.getByText('Le numéro de l’appel n’est pas un mobile. Demandez un numéro de mobile.').waitFor();
    await looks(page, 'fiches');
    const send = page.getByRole('button', { name: 'Envoyer', exact: true });
    expect(await send.isEnabled()).toBe(false);
    await page.getByLabel('Numéro de mobile').fill('75 12 34');
    await page.getByLabel(/accepte les SMS/).check();
    await send.dblclick();
    await page.getByText('Reçu sur le téléphone').waitFor();
    expect(posted).toEqual([
      { path: 'fiches', body: { cardId: 'bourses-pieces', version: 1, secondsAgo: 0 } },
      { path: 'sms', body: { fiche: 'bourses-pieces', version: 1, phone: '75 12 34', agreed: true } },
    ]);

    await page.getByRole('tab', { name: 'Lieux' }).click();
    await page.getByLabel('Commune de la personne').fill('Bourail');
    await page.keyboard.press('Enter');
    await page
      .getByText(/– Bourail/)
      .first()
      .waitFor();
    await looks(page, 'lieux');

    await page.getByRole('tab', { name: 'Rendez-vous' }).click();
    await page.waitForTimeout(3000);
    await page.getByRole('button', { name: 'Lieux d’aide à proximité' }).click();
    await page
      .getByText(places.places[0]?.address ?? '', { exact: false })
      .last()
      .waitFor();
    await page.getByRole('button', { name: '10:00' }).click();
    await looks(page, 'rendez-vous');

    await page.getByRole('tab', { name: 'Dossier' }).click();
    await page.getByLabel('J’ai vérifié que je parle à la bonne personne').check();
    await page.getByLabel('Numéro du dossier').fill('BO-2025-0107');
    await page.getByRole('button', { name: 'Consulter' }).click();
    await page.getByText('Certificat de scolarité').waitFor();
    await looks(page, 'dossier');
    expect(posted.at(-1)?.body).toEqual({ reference: 'BO-2025-0107', contactId: 'c-1', identityChecked: true });

    // COMMON-23: at home, nothing of the people called stays on the workstation.
    await page.getByLabel('Commentaire').fill('Doit envoyer son certificat.');
    const kept =
      'Promise.all([localStorage.length, sessionStorage.length, indexedDB.databases().then((all) => all.length)])';
    expect(await page.evaluate(kept)).toEqual([0, 0, 0]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('COMMON-22: whoever is to take the call over is asked first, the person waiting', async () => {
    const { contact } = onPhone('CONNECTED_ONHOLD');
    const asked = { ...contact, consultation: { with: 'Responsable', state: 'connected' } } as const;
    const page = await openDesk(
      browser,
      { ...idlePhone, contact: asked },
      { '/api/samps/contacts/c-1': () => context },
    );
    const pressed: string[] = [];
    await page.route('**/_local/softphone/*', async (route) => {
      pressed.push(route.request().url().split('/').at(-1) ?? '');
      await route.fulfill({ json: {} });
    });
    await page.getByText('Vous consultez « Responsable »').waitFor();
    expect(await page.getByRole('button', { name: 'Raccrocher' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Reprendre la personne' }).click();
    await page.getByRole('button', { name: 'Transmettre l’appel' }).click();
    expect(pressed).toEqual(['come-back', 'complete-transfer']);
    await looks(page, 'consultation');
    await page.context().close();
  }, 120_000);

  it('SAMPS-04: a call to be dialled by hand is taken in a break, dialled elsewhere, and said what came of', async () => {
    let isTaken = false;
    const posted: unknown[] = [];
    const mine = { attemptId: 'cb-1-2', until: '2025-07-03T22:15:00.000Z', number: '+687 75.12.34' };
    const page = await openDesk(
      browser,
      { ...idlePhone, status: 'Pause' },
      {
        '/api/samps/fiches': () => cards,
        '/api/samps/appels-a-composer': () => ({
          ...manual,
          calls: isTaken ? manual.calls.map((call) => ({ ...call, mine })) : manual.calls,
        }),
      },
    );
    await page.route('**/appels-a-composer/n-1/*', async (route) => {
      isTaken = route.request().url().endsWith('prendre');
      posted.push(route.request().postDataJSON());
      await route.fulfill({ json: isTaken ? mine : { filed: true } });
    });
    await page.getByRole('button', { name: /^Prendre/ }).click();
    await page.getByText('+687 75.12.34').waitFor();
    await page.getByLabel('La personne a répondu').check();
    await page.getByLabel('Demande de rendez-vous').check();
    await looks(page, 'appels-a-composer');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('button', { name: /^Prendre/ }).waitFor();
    expect(posted.at(-1)).toMatchObject({ attemptId: 'cb-1-2', result: 'reached', scheme: 'BOURSES' });
    await page.context().close();
  }, 120_000);
});
