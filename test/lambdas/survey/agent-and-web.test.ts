import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textUuid } from '../../../adapters/text-uuid.ts';
import { linkPath } from '../../../contracts/routes.ts';
import { questionnaireAnswersHandler } from '../../../lambdas/questionnaire-answers/handler.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { suivi } from '../../../programmes/suivi/programme.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { SurveyBrowser } from '../../support/survey/survey-browser.ts';
import { surveyWorld } from '../../support/survey/survey-world.ts';
import { apiEvent, context } from '../report/api-event.ts';

mockClient(SecretsManagerClient)
  .on(GetSecretValueCommand)
  .resolves({ SecretString: 'k'.repeat(64) });
let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('links', 'questionnaires');
});
afterAll(() => tables.stop());

function desk(world: ReturnType<typeof surveyWorld>) {
  const handler = questionnaireAnswersHandler(async () => ({
    ports: world.ports,
    programmes: { suivi, reflex },
    now: () => '2020-10-03T10:00:00.000Z',
  }));
  return async (
    path: string,
    options: { readonly query?: Record<string, string>; readonly body?: unknown; readonly programme?: string } = {},
  ) => {
    const { query = {}, body, programme = 'suivi' } = options;
    const event = apiEvent(path, {
      method: body === undefined ? 'GET' : 'POST',
      groups: `${programme}:agent`,
      userName: 'lea',
      query,
      pathParameters: { programme, attemptId: 'j2-1-r1-1' },
    });
    const answer = await handler({ ...event, ...(body !== undefined && { body: JSON.stringify(body) }) }, context);
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') };
  };
}

describe('COMMON-39, ARS-12, ARS-13: one script for the agent and for the page', () => {
  it('what a person began alone an agent finishes, in one record; the page then says so', async () => {
    const world = surveyWorld(tables);
    const path = linkPath(await world.open('r1'));
    const browser = new SurveyBrowser(world);
    await browser.post(path, { naissance: '09/03/1980' });
    for (const code of ['person', 'oui', 'non', 'true', 'oui']) await browser.answer(code);
    const ask = desk(world);
    const { body: begun } = await ask('/questionnaire');
    expect(begun).toMatchObject({ revision: 5, state: 'partial', screen: { type: 'opening' } });
    expect(begun.answered.map(({ question }: { readonly question: string }) => question)).toContain('respect');
    // What the file says is not the agent's to change either.
    const told = { respondent: 'person', answers: { vulnerabilite: 'rien', test: 'oui', statut: 'case' } };
    const done = await ask('/questionnaire', { body: { clientId: textUuid('1'), revision: 5, ...told } });
    expect(done).toMatchObject({ status: 200, body: { state: 'complete', screen: { type: 'end' } } });
    expect(done.body.screen.instructions.join()).toContain('septième jour');
    expect(world.journal.all()).toMatchObject([
      {
        kind: 'questionnaire',
        id: 'questionnaire#j2-1-r1#6',
        channel: 'agent',
        state: 'complete',
        answers: { statut: 'contact', departement: '83', respect: 'oui', test: 'oui' },
      },
    ]);
    expect((await browser.get(path)).heading).toBe('Merci');
  });

  it('ARS-08: puts the definition of vulnerability before the agent, in the words in force', async () => {
    const world = surveyWorld(tables);
    const ask = desk(world);
    const { body } = await ask('/questionnaire', { query: { question: 'vulnerabilite' } });
    expect(body.screen.text ?? '').toContain('ne permet pas de respecter la quarantaine');
  });

  it('ARS-46: searches useful contacts by département and by words', async () => {
    const ask = desk(surveyWorld(tables));
    const labels = async (query: Record<string, string>) => {
      const { body } = await ask('/api/suivi/contacts-utiles', { query });
      return body.contacts.map(({ code }: { readonly code: string }) => code);
    };
    expect(await labels({ departement: '05' })).toEqual(
      expect.arrayContaining(['ctai-05', 'samu', 'hebergement', 'ecoute']),
    );
    expect(await labels({ departement: '05' })).not.toContain('ctai-04');
    expect(await labels({ departement: '83', mots: 'HEBERGEMENT' })).toEqual(['hebergement']);
    expect(await labels({ mots: 'appui var' })).toEqual(['ctai-83']);
    expect((await ask('/api/reflex/contacts-utiles', { programme: 'reflex' })).status).toBe(404);
  });
});
