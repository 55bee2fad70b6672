import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../adapters/content-hash.ts';
import type { QuestionsAnswer, ShownQuestion } from '../../contracts/questions.ts';
import type { SessionAnswer } from '../../contracts/session.ts';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import type { QuestionnaireEntry } from '../../domain/questionnaire/questionnaire-entry.ts';
import { questionnaireDraftsHandler } from '../../lambdas/questionnaire-drafts/handler.ts';
import { heatWaveQuestionnaire as heat } from '../../programmes/reflex/questionnaire.ts';
import { referralRules } from '../../programmes/reflex/referrals.ts';
import { samps } from '../../programmes/samps/programme.ts';
import { apiEvent, context } from '../lambdas/report/api-event.ts';
import { MemoryContent, MemoryJournal } from '../support/calls/memory-ports.ts';
import { openBuiltPage } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';

const session: SessionAnswer = {
  userName: 'client.samps',
  displayName: 'Isabelle Poaouteta',
  signedInAt: '2025-07-03T20:00:00.000Z',
  administrator: false,
  programmes: [
    {
      ...{ name: 'samps', title: 'SAMPS – Province Sud', timeZone: 'Pacific/Noumea', roles: ['client'] },
      pages: [{ path: '/fiches/samps', label: 'Fiches et lieux', about: 'Ce que les conseillers répondent.' }],
    },
  ],
};
const common = { scheme: 'Bourses', openedAt: '2025-07-03T23:12:00.000Z', openedBy: 'malia.taofifenua' };
const questions: readonly ShownQuestion[] = [
  {
    ...{ ...common, questionId: 'one', text: 'Un bail verbal suffit-il ?' },
    ...{ dueOn: '2025-07-03', callsBack: true },
  },
  {
    ...{ ...common, questionId: 'two', text: 'Quand ouvre la campagne ?', callsBack: false },
    answer: { at: '2025-07-04T01:00:00.000Z', by: 'client.samps', text: 'En mai.' },
  },
];

async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

const reflex = { ...samps, name: 'reflex', outbound: { campaignTypes: [], questionnaires: [heat], referralRules } };
const reflexClient = {
  ...{ name: 'reflex', title: 'REFLEX – Ville de Paris', timeZone: 'Europe/Paris', roles: ['client'] },
  pages: [{ path: '/questionnaires/reflex/canicule', label: 'Essayer', about: 'Le questionnaire en vigueur.' }],
};
const first = Object.fromEntries(heat.questions.map(({ id, answers }) => [id, answers[0]?.code ?? '']));
const pastAnswer: QuestionnaireEntry = {
  ...{ kind: 'questionnaire', programme: 'reflex', day: '2026-07-08', time: '2026-07-08T09:00:00.000Z', id: 'q-1' },
  ...{ questionnaireId: 'canicule', version: 'v', subject: 'r1', campaign: 'c', cycle: 1, attemptId: 'c-1-r1-1' },
  ...{ channel: 'agent', state: 'complete', answers: first, revision: 1 },
  ...{ level: heat.levels[0]?.code ?? '', score: 0, alerts: [], corrections: [], callback: false, byThirdParty: false },
};

describe('SAMPS-23, SAMPS-40: the page of the client in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([1440, 360])(
    'questions are answered by keyboard, the rest is a link away, at %s pixels; axe finds nothing',
    async (width) => {
      let open = questions;
      const answers = {
        '/api/session': () => session,
        '/api/samps/questions': (): QuestionsAnswer => ({ today: '2025-07-04', questions: open }),
        '/api/samps/questions/one/answer': () => {
          open = questions.slice(1);
          return { answered: { text: 'Oui, avec une attestation.' } };
        },
      };
      const page = await openBuiltPage(browser, '/client#questions', answers, { width, height: 900 });
      const first = page.getByRole('article').first();
      await first.getByText('En retard : attendue pour le jeudi 3 juillet 2025').waitFor();
      expect(await page.getByText('En mai.').count()).toBe(1);
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      if (process.env['PERMANENCE_SCREENSHOTS'] !== undefined) {
        const path = `${process.env['PERMANENCE_SCREENSHOTS']}/client-${width}.png`;
        await page.screenshot({ path, fullPage: true });
      }
      const answer = first.getByRole('textbox', { name: 'Réponse' });
      await answer.fill('Oui, avec une attestation.');
      await answer.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('la personne est rappelée dès qu’un conseiller est libre').waitFor();
      await page.getByText('Aucune question n’attend de réponse').waitFor();

      await page.getByRole('tab', { name: 'Documents' }).click();
      expect(await page.getByRole('link', { name: 'Fiches et lieux' }).getAttribute('href')).toBe('/fiches/samps');
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it.each([1440, 360])(
    'REFLEX-15: a questionnaire is corrected, refused with its reason, run on past answers and published, at %s pixels',
    async (width) => {
      const journal = new MemoryJournal();
      await journal.append([pastAnswer]);
      let kept: Questionnaire = heat;
      const handler = questionnaireDraftsHandler(async () => ({
        ports: {
          content: new MemoryContent({ questionnaires: [kept], referralRules }),
          versions: {
            versions: async () => [],
            add: async (_p, _k, { value }) => {
              kept = Array.isArray(value) ? value[0] : kept;
              return true;
            },
          },
          journal,
          hash: contentHash,
        },
        programmes: { reflex },
        now: () => '2026-07-10T08:00:00.000Z',
      }));
      const answers = {
        '/api/session': () => ({ ...session, programmes: [{ ...reflexClient }] }),
        '/api/reflex/questionnaires': async (request: Request) => {
          const event = apiEvent('/api/reflex/questionnaires', {
            ...{ method: request.method(), groups: 'reflex:client', userName: 'ville' },
            pathParameters: { programme: 'reflex' },
          });
          const { body } = await handler({ ...event, body: request.postData() ?? '' }, context);
          return JSON.parse(body ?? 'null');
        },
      };
      const page = await openBuiltPage(browser, '/client#questionnaires', answers, { width, height: 900 });
      const last = page.getByRole('button', { name: /^Niveau/ }).last();
      await last.click();
      const from = page.getByLabel('À partir du score').last();
      await from.fill('79');
      await page.getByRole('button', { name: 'Vérifier' }).click();
      await page.getByText(/défauts? à corriger/).waitFor();
      expect(await page.getByRole('button', { name: 'Publier' }).isDisabled()).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Abandonner les corrections' }).click();

      const [question] = heat.questions;
      await page.getByRole('button', { name: `1. ${question?.text}` }).click();
      await page.getByLabel('Points de la réponse 2').first().fill('9');
      await page.getByRole('button', { name: 'Vérifier' }).click();
      await page.getByText('Rien à corriger').waitFor();
      await page.getByText('Réponses passées : 1. Niveau différent : 0').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      if (process.env['PERMANENCE_SCREENSHOTS'] !== undefined) {
        const path = `${process.env['PERMANENCE_SCREENSHOTS']}/questionnaires-${width}.png`;
        await page.screenshot({ path, fullPage: true });
      }
      await page.getByRole('button', { name: 'Publier' }).click();
      await page.getByText('est publié').waitFor();
      expect(kept.questions[0]?.answers[1]?.points).toBe(9);
      await page.context().close();
    },
    60_000,
  );
});
