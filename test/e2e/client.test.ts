import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuestionsAnswer, ShownQuestion } from '../../contracts/questions.ts';
import type { SessionAnswer } from '../../contracts/session.ts';
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
});
