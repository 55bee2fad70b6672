import { describe, expect, it } from 'vitest';
import type { Programme } from '../../../domain/programme/programme.ts';
import { questionnaireAnswersHandler } from '../../../lambdas/questionnaire-answers/handler.ts';
import { heatWaveQuestionnaire as heat } from '../../../programmes/reflex/questionnaire.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { questionnaireWorld } from '../../domain/questionnaire/memory-records.ts';
import { context } from '../../support/calls/events.ts';
import { apiEvent } from '../report/api-event.ts';

const attemptId = 'canicule_20260706T070000Z-1-r1-1';
const outbound = { campaignTypes: [], questionnaires: [heat], referralRules };
const programmes: Readonly<Record<string, Programme>> = {
  reflex: { ...samps, name: 'reflex', outbound },
  samps,
};
const clientId = (n: number) => `3f0c6a52-7c1d-4e9b-9a53-${String(n).padStart(12, '0')}`;

function desk(options: { readonly groups?: string; readonly programme?: string; readonly attempt?: string } = {}) {
  const { groups = 'reflex:agent', programme = 'reflex', attempt = attemptId } = options;
  const world = questionnaireWorld(heat);
  const handler = questionnaireAnswersHandler(async () => ({
    ports: world.ports,
    programmes,
    now: () => '2026-07-06T08:00:00.000Z',
  }));
  const ask = async (method: string, body?: unknown, query?: Readonly<Record<string, string>>) => {
    const event = apiEvent('/', {
      method,
      groups,
      userName: 'lea',
      pathParameters: { programme, attemptId: attempt },
      ...(query !== undefined && { query }),
    });
    const { statusCode, body: text } = await handler({ ...event, body: JSON.stringify(body) }, context);
    return { status: statusCode, body: JSON.parse(text ?? 'null') };
  };
  return {
    ...world,
    get: (question?: string) => ask('GET', undefined, question === undefined ? undefined : { question }),
    ofContact: (contact: string) => ask('GET', undefined, { contact }),
    post: (body: unknown) => ask('POST', body),
  };
}

const begin = { clientId: clientId(1), revision: 0, respondent: 'person', adviceSaid: true };

describe('the questionnaire at the desk', () => {
  it('REFLEX-12: shows the opening, then the next screen after each form', async () => {
    const { get, post } = desk();
    expect(await get()).toMatchObject({
      status: 200,
      body: { revision: 0, screen: { type: 'opening' }, emergency: { text: expect.stringContaining('15') } },
    });
    expect(await post(begin)).toMatchObject({
      status: 200,
      body: { revision: 1, screen: { question: 'Q1', number: 1 } },
    });
    const next = await post({ clientId: clientId(2), revision: 1, answers: { Q1: 'moyen' } });
    expect(next.body).toMatchObject({
      revision: 2,
      screen: { question: 'Q2' },
      answered: [{ question: 'Q1', label: 'Moyen' }],
    });
    expect((await get('Q1')).body.screen).toMatchObject({ question: 'Q1', chosen: 'moyen' });
  });

  it('REFLEX-14: shows the score and who is told at the end', async () => {
    const { post, journal } = desk();
    const answers = Object.fromEntries(heat.questions.map(({ id, answers: all }) => [id, all.at(-1)?.code]));
    const done = await post({ ...begin, answers: { ...answers, Q2: 'un', Q3: 'doute' } });
    expect(done.body).toMatchObject({
      state: 'complete',
      screen: { type: 'end', result: { score: 62, level: 'rouge' } },
    });
    expect(done.body.referrals).toContainEqual({ cell: 'sociale', level: 'rouge' });
    expect(journal.all()).toHaveLength(1);
  });

  it('REFLEX-20: the red button answers with the referral it made', async () => {
    const { post } = desk();
    await post({ ...begin, answers: { Q1: 'bien' } });
    const pressed = await post({ clientId: clientId(2), revision: 1, emergency: true });
    expect(pressed.body).toMatchObject({
      state: 'partial',
      screen: { type: 'emergency' },
      referrals: [{ cell: 'sanitaire', level: 'rouge' }],
    });
  });

  it('REFLEX-20, REFLEX-34: who rings back again after the red button is asked who they are, not shown the emergency', async () => {
    const { ofContact, post } = desk({ attempt: 'canicule_20260706T070000Z-1-r1-0' });
    await post({ ...begin, contactId: 'first-ring' });
    await post({ clientId: clientId(2), revision: 1, emergency: true, contactId: 'first-ring' });
    expect((await ofContact('first-ring')).body.screen.type).toBe('emergency');
    expect((await ofContact('second-ring')).body.screen.type).toBe('opening');
  });

  it('says that the answers changed meanwhile, and repeats what was already kept', async () => {
    const { post } = desk();
    await post(begin);
    expect((await post(begin)).body.revision).toBe(1);
    expect(await post({ clientId: clientId(9), revision: 0, answers: {} })).toMatchObject({
      status: 409,
      body: { error: 'Ces réponses ont changé entre-temps (révision 1) ; rechargez le questionnaire.' },
    });
  });

  it.each([
    [{ groups: 'reflex:client' }, 403],
    [{ groups: 'samps:agent' }, 403],
    [{ groups: 'samps:agent', programme: 'samps' }, 404],
    [{ groups: 'other:agent', programme: 'other' }, 404],
    [{ attempt: 'callback-1' }, 404],
    [{ attempt: 'tempete_20260706T070000Z-1-r1-1' }, 404],
  ])('is for the agents of a programme with campaigns: %j is answered %i', async (options, status) => {
    const { get, post, records } = desk(options);
    expect((await get()).status).toBe(status);
    expect((await post(begin)).status).toBe(status);
    expect(records.size).toBe(0);
  });

  it('refuses what it cannot read, in French', async () => {
    const { post } = desk();
    expect(await post({ ...begin, answers: { Q1: 'bof' } })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('valeurs acceptées : bien (Bien)') },
    });
    expect((await post({ ...begin, revision: 'un' })).body.error).toContain('« revision »');
  });
});
