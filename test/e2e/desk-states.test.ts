import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskContext } from '../../contracts/desk-context.ts';
import type { DeskPhoneView } from '../../local/connect/desk-phone/desk-phone-view.ts';
import { motives } from '../../programmes/samps/motives.ts';
import { samps } from '../../programmes/samps/programme.ts';
import { openBuiltPage } from './built-pages.ts';
import { deskSession, onPhone, openDesk } from './desk-fixtures.ts';
import { findFaults } from './find-faults.ts';
import { openBrowser } from './open-browser.ts';

const inbound: DeskContext = {
  programme: 'samps',
  contactId: 'c-1',
  callId: 'c-1',
  person: { personId: 'p-1', known: true },
  scheme: 'BOURSES',
  schemes: samps.schemes?.map(({ code, label }) => ({ code, label })) ?? [],
  motives,
  history: [
    {
      at: '2025-07-03T21:10:00.000Z',
      kind: 'conversation',
      what: 'Conversation',
      scheme: 'Bourses',
      motive: 'Dossier incomplet',
      comment: 'Il manque le bail. <script>alert(1)</script>',
      agent: 'malia.taofifenua',
    },
    { at: '2025-07-02T23:40:00.000Z', kind: 'unanswered', what: 'A raccroché avant d’avoir un conseiller' },
  ],
  questions: [
    {
      questionId: 'q-1',
      text: 'Quel bail est accepté ?',
      openedAt: '2025-07-02T23:40:00.000Z',
      answer: 'Celui du parent.',
    },
  ],
  callback: { calls: 2, since: '2025-07-02T23:40:00.000Z', deadline: '2025-07-04T05:00:00.000Z' },
};
const attempt = (guide: 'questionnaire' | 'script') => ({
  attemptId: 'canicule_20260706T070000Z-1-r1-1',
  isRingBack: false,
  campaign: 'Canicule',
  guide,
  mayLeaveMessage: true,
  dispositions: [
    { code: 'complete', label: 'Questionnaire complet' },
    { code: 'call-later', label: 'À rappeler à l’heure demandée', asks: 'askedFor' as const },
    { code: 'refused', label: 'Refus' },
    { code: 'voicemail', label: 'Répondeur' },
  ],
});
const called: DeskContext = {
  ...inbound,
  history: [],
  questions: [],
  person: {
    known: false,
    identity: { name: 'Mme Jeanne Moreau', birthDate: '12/03/1938', place: '75012 Paris', remarks: ['entend mal'] },
  },
  attempt: attempt('questionnaire'),
};
const { callback: _none, ...withoutCallback } = called;
const view = {
  questionnaire: { id: 'canicule', version: 'v', title: 'Fortes chaleurs' },
  revision: 3,
  state: 'partial',
  screen: {
    type: 'question',
    question: 'Q3',
    text: 'Comment vous sentez-vous aujourd’hui ?',
    observed: false,
    choices: ['Bien', 'Un peu fatiguée', 'Mal', 'Ne sait pas'].map((label, n) => ({ code: `R${n}`, label })),
    previous: 'Q2',
    number: 3,
    of: 16,
  },
  answered: [{ question: 'Q1', text: 'Êtes-vous seule ?', answer: 'oui', label: 'Oui' }],
  callback: false,
  emergency: { text: 'Restez en ligne et faites le 15.' },
  comment: { label: 'Commentaire' },
};
const end = {
  ...view,
  state: 'complete',
  callback: true,
  screen: { type: 'end', text: 'Annoncez un rappel demain.', result: { level: 'orange', score: 34 } },
  referrals: [{ cell: 'sociale', level: 'orange' }],
};
const script = {
  title: 'Appel au sujet d’un dossier',
  identity: {
    text: 'Bonjour, je suis Léa Martin. Je voudrais parler à Jeanne Moreau.',
    checks: [{ label: 'Date de naissance', value: '12/03/1938' }],
    tick: 'L’identité est vérifiée',
  },
};
const api = '/api/samps';
const context = (one: DeskContext) => ({ [`${api}/contacts/c-1`]: () => one });
const attemptPath = `${api}/attempts/${attempt('script').attemptId}`;

interface State {
  readonly phone: DeskPhoneView;
  readonly answers: Readonly<Record<string, () => unknown>>;
  readonly text: string;
}

/** Every state of the page, by what is on the line. */
const pageStates: Readonly<Record<string, State>> = {
  'SAMPS-23: a known caller rings, with an answer to tell': {
    phone: onPhone('CONNECTING'),
    answers: context(inbound),
    text: 'Réponse à dire',
  },
  'SAMPS-12: a conversation': {
    phone: onPhone('CONNECTED', ['Bourses, attente aucune', 'Bonjour, j’ai perdu le mot de passe du compte.']),
    answers: context(inbound),
    text: 'Mettre en garde',
  },
  'REFLEX-12: a question of the questionnaire': {
    phone: onPhone('CONNECTED'),
    answers: { ...context(withoutCallback), [`${attemptPath}/questionnaire`]: () => view },
    text: 'Comment vous sentez-vous',
  },
  'REFLEX-14: the end of the questionnaire': {
    phone: onPhone('ENDED'),
    answers: { ...context(withoutCallback), [`${attemptPath}/questionnaire`]: () => end },
    text: 'Signalé à sociale',
  },
  'SAMPS-34: nothing of a file before the identity': {
    phone: onPhone('CONNECTED'),
    answers: {
      ...context({ ...withoutCallback, person: { known: false }, attempt: attempt('script') }),
      [`${attemptPath}/script`]: () => script,
    },
    text: 'L’identité est vérifiée',
  },
  'COMMON-22: a missed call': { phone: onPhone('MISSED'), answers: {}, text: 'Appel manqué' },
};

describe('COMMON-31: the desk in each of its states', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it.each(Object.entries(pageStates))(
    '%s: nothing that axe can see, and no scrolling at 1440 px',
    async (name, state) => {
      const page = await openDesk(browser, state.phone, state.answers);
      page.on('dialog', () => expect.unreachable('a script in what somebody typed was run'));
      await page.getByText(state.text).first().waitFor();
      expect(await findFaults(page)).toEqual([]);
      const size = 'document.documentElement.scrollHeight - innerHeight';
      expect(Number(await page.evaluate(size))).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 360, height: 740 });
      // The bar of the page folds a moment later.
      await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      const { PERMANENCE_SCREENSHOTS: folder } = process.env;
      if (folder !== undefined) {
        const file = `${folder}/desk-${name.slice(0, 8).toLowerCase()}-${state.phone.contact?.state ?? 'idle'}`;
        await page.screenshot({ path: `${file}-360.png`, fullPage: true });
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.screenshot({ path: `${file}-1440.png` });
      }
      await page.context().close();
    },
    60_000,
  );

  it('COMMON-20: a session that ends amid a call leaves the page and its words, and says how to go on', async () => {
    const page = await openDesk(browser, onPhone('CONNECTED'), context(inbound));
    let isOver = true;
    await page.route('**/brouillon', (route) =>
      isOver
        ? route.fulfill({ status: 401, json: { message: 'Unauthorized' } })
        : route.fulfill({ json: { revision: 1 } }),
    );
    await page.getByLabel('Commentaire').fill('Doit envoyer son bail.');
    const link = page.getByRole('link', { name: /Se connecter de nouveau/ });
    await link.waitFor();
    expect(await link.getAttribute('target')).toBe('_blank');
    isOver = false;
    await page.getByText('Brouillon enregistré').waitFor();
    expect(await page.getByLabel('Commentaire').inputValue()).toBe('Doit envoyer son bail.');
    expect(await link.count()).toBe(0);
  }, 60_000);

  it('SAMPS-45: training rings by itself, tells how it went, and sends nothing', async () => {
    const { schemes = [], training = [] } = samps;
    const answers = {
      '/api/session': () => deskSession,
      '/api/poste': () => deskSession,
      '/api/samps/entrainement': () => ({ schemes, motives, calls: training }),
    };
    const page = await openBuiltPage(browser, '/poste', answers);
    await page.goto('http://site.test/poste?entrainement');
    await page.getByText('Entraînement : ces personnes sont inventées').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
    await page.getByRole('button', { name: /Statut/ }).click();
    await page.getByRole('option', { name: 'Disponible' }).click();
    await page.getByRole('button', { name: 'Décrocher' }).click();
    await page.getByText('je suis bloquée à la page des pièces').waitFor();
    await page.getByLabel('Autre motif').check();
    await page.getByRole('button', { name: 'Raccrocher' }).click();
    await page.getByRole('button', { name: 'Enregistrer et terminer' }).click();
    await page.getByText('Motif attendu : Aide pour remplir le formulaire en ligne.').waitFor();
    expect(sent).toEqual([]);
    expect(await findFaults(page)).toEqual([]);
    const { PERMANENCE_SCREENSHOTS: folder } = process.env;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/desk-samps-45-1440.png` });
  }, 60_000);
});
