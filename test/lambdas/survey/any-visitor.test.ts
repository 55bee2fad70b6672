import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkPath } from '../../../contracts/routes.ts';
import { questionnaireJ2 as j2 } from '../../../programmes/suivi/questionnaire-j2.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { SurveyBrowser } from '../../support/survey/survey-browser.ts';
import { surveyWorld } from '../../support/survey/survey-world.ts';

mockClient(SecretsManagerClient)
  .on(GetSecretValueCommand)
  .resolves({ SecretString: 'k'.repeat(64) });
let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('links', 'questionnaires');
});
afterAll(() => tables.stop());

const ids = ['respondent', 'adviceSaid', 'constructor', '__proto__', ...j2.questions.map(({ id }) => id)];
const codes = [
  'person',
  'relative',
  'true',
  'x',
  '',
  '<i>',
  ...j2.questions.flatMap(({ answers }) => answers.map(({ code }) => code)),
];
/** A form that no page of ours would send, most of the time. */
const anyForm = fc.record(
  {
    asked: fc.constantFrom(...ids),
    revision: fc.constantFrom('0', '1', '2', '3', '-1', '1e9', '0.5', 'x', ''),
    field: fc.constantFrom(...ids),
    code: fc.constantFrom(...codes),
  },
  { requiredKeys: ['field', 'code'] },
);
const anyVisit = fc.oneof(
  { weight: 3, arbitrary: anyForm.map((form) => ({ type: 'form' as const, form })) },
  { weight: 2, arbitrary: fc.nat(7).map((rank) => ({ type: 'answer' as const, rank })) },
  { weight: 1, arbitrary: fc.constantFrom(...ids, 'nowhere').map((question) => ({ type: 'back' as const, question })) },
);

it('ARS-03, COMMON-59: whatever a visitor sends, the page answers, nothing is lost, and the survey can be ended', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyVisit, { maxLength: 12 }), async (visits) => {
      run += 1;
      const world = surveyWorld(tables);
      const path = linkPath(await world.open(`any-${run}`));
      const browser = new SurveyBrowser(world);
      await browser.post(path, { naissance: '09/03/1980' });
      for (const visit of visits) {
        if (visit.type === 'back') await browser.get(`${path}?question=${visit.question}`);
        else if (visit.type === 'form') {
          const { field, code, ...hidden } = visit.form;
          await browser.post(path, { ...hidden, [field]: code });
        } else await answerRank(browser, visit.rank);
        expect([200, 303, 409, 422]).toContain(browser.status);
        expect(browser.html).not.toContain('<i>');
      }
      await browser.get(path);
      for (let left = 0; left < 20 && browser.form().asked !== ''; left += 1) await answerRank(browser, 0);
      expect(['Merci', 'Urgence']).toContain(browser.heading);
    }),
    { numRuns: 25 },
  );
}, 60_000);

/** Answers what the page asks by one of its own values. */
async function answerRank(browser: SurveyBrowser, rank: number): Promise<void> {
  const { asked } = browser.form();
  const values = [...browser.html.matchAll(/<input type="(?:radio|checkbox)" name="[^"]+" value="([^"]+)"/g)];
  // Whoever says that the message is for somebody else is asked nothing more.
  const choices = values.flatMap(([, value = '']) => (value === 'wrong-number' ? [] : [value]));
  if (asked !== '') await browser.answer(choices[rank % choices.length] ?? '');
}
