import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../adapters/content-hash.ts';
import type { ContentVersion } from '../../../domain/content/content-versions.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { assess } from '../../../domain/questionnaire/assess.ts';
import type { QuestionnaireEntry } from '../../../domain/questionnaire/questionnaire-entry.ts';
import { questionnaireDraftsHandler } from '../../../lambdas/questionnaire-drafts/handler.ts';
import { heatWaveQuestionnaire as heat } from '../../../programmes/reflex/questionnaire.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { begun } from '../../domain/questionnaire/replay.ts';
import { context } from '../../support/calls/events.ts';
import { MemoryContent, MemoryJournal } from '../../support/calls/memory-ports.ts';
import { apiEvent } from '../report/api-event.ts';

const outbound = { campaignTypes: [], questionnaires: [heat], referralRules };
const programmes: Readonly<Record<string, Programme>> = { reflex: { ...samps, name: 'reflex', outbound } };
const at = '2026-07-10T08:00:00.000Z';

function tool(groups = 'reflex:client') {
  const journal = new MemoryJournal();
  const added: ContentVersion[] = [];
  const versions = {
    versions: async () => added,
    add: async (_p: string, _k: string, version: ContentVersion) => added.push(version) > 0,
  };
  const content = new MemoryContent({ questionnaires: [heat], referralRules });
  const handler = questionnaireDraftsHandler(async () => ({
    ports: { content, versions, journal, hash: contentHash },
    programmes,
    now: () => at,
  }));
  const pathParameters = { programme: 'reflex', questionnaire: 'canicule' };
  return {
    journal,
    added,
    review: async (body: unknown) => {
      const event = apiEvent('/', { method: 'POST', groups, userName: 'ville', pathParameters });
      const { statusCode, body: text } = await handler({ ...event, body: JSON.stringify(body) }, context);
      return { status: statusCode, body: JSON.parse(text ?? 'null') };
    },
    inForce: async () => {
      const event = apiEvent('/api/reflex/questionnaires', { groups, userName: 'ville', pathParameters });
      const { body: text } = await handler(event, context);
      return JSON.parse(text ?? 'null');
    },
    open: async (query: Readonly<Record<string, string>> = {}, questionnaire = 'canicule') => {
      const parameters = { ...pathParameters, questionnaire };
      const event = apiEvent('/questionnaires/reflex/canicule', {
        groups,
        userName: 'ville',
        query,
        pathParameters: parameters,
      });
      const { statusCode, body = '' } = await handler(event, context);
      return { status: statusCode, page: body };
    },
  };
}

const entry = (n: number, changes: Partial<QuestionnaireEntry>): QuestionnaireEntry => ({
  kind: 'questionnaire',
  programme: 'reflex',
  day: '2026-07-08',
  time: '2026-07-08T09:00:00.000Z',
  id: `questionnaire#c-1-r${n}#${changes.revision ?? 1}`,
  questionnaireId: 'canicule',
  version: 'v',
  subject: `r${n}`,
  campaign: 'c',
  cycle: 1,
  attemptId: `c-1-r${n}-1`,
  channel: 'agent',
  state: 'complete',
  answers: {},
  score: 0,
  alerts: [],
  corrections: [],
  callback: false,
  byThirdParty: false,
  revision: 1,
  ...changes,
});
const first = Object.fromEntries(heat.questions.map(({ id, answers }) => [id, answers[0]?.code ?? '']));
const passed = (n: number, changes: Readonly<Record<string, string>>, revision = 1) => {
  const answers = { ...first, ...changes };
  const level = assess(heat, { ...begun, answers }).level ?? '';
  return entry(n, { answers, level, revision });
};
const heavier = {
  ...heat,
  questions: heat.questions.map((one) => (one.id === 'Q4' ? { ...one, weight: 3 } : one)),
};
const past = { from: '2026-07-07', to: '2026-07-09' };

describe('drafts of questionnaires', () => {
  it('REFLEX-15: nothing that somebody else published meanwhile is overwritten', async () => {
    const { inForce, review, added } = tool();
    const [{ version, definition }] = (await inForce()).questionnaires;
    expect(definition).toEqual(heat);
    const refused = await review({ questionnaire: heavier, basedOn: 'an older one', publish: true });
    expect(refused.body).toMatchObject({ accepted: false, faults: [{ reason: 'superseded' }] });
    expect(added).toEqual([]);
    expect((await review({ questionnaire: heavier, basedOn: version, publish: true })).body.published).toBe(true);
    expect(added).toHaveLength(1);
  });

  it('REFLEX-15: a changed weight shows how many of the last cycle would have changed level', async () => {
    const { journal, review, added } = tool();
    await journal.append([
      passed(1, {}),
      passed(2, { Q4: 'aucun' }),
      passed(3, { Q4: 'aucun', Q12: 'non' }, 1),
      passed(3, { Q12: 'non' }, 2),
      entry(4, { state: 'partial', answers: { Q4: 'aucun' } }),
      { ...passed(5, { Q4: 'aucun' }), day: '2026-07-01' },
    ]);
    const { status, body } = await review({ questionnaire: heavier, past });
    expect(status).toBe(200);
    expect(body).toEqual({
      accepted: true,
      version: contentHash(heavier),
      published: false,
      dryRun: {
        people: 3,
        changed: 1,
        incomplete: 0,
        moves: [
          { from: 'vert', to: 'vert', people: 2 },
          { from: 'vert', to: 'orange', people: 1 },
        ],
      },
    });
    expect(added).toEqual([]);
  });

  it('REFLEX-14, REFLEX-15: publishing makes a new version, from now on', async () => {
    const { review, added } = tool();
    expect((await review({ questionnaire: heavier, publish: true })).body).toMatchObject({ published: true });
    expect(added).toMatchObject([{ validFrom: at, origin: 'edit', value: [{ id: 'canicule' }] }]);
    const added2 = { ...heavier, id: 'grand-froid' };
    await review({ questionnaire: added2, publish: true });
    expect(added[1]?.value).toMatchObject([{ id: 'canicule' }, { id: 'grand-froid' }]);
  });

  it('REFLEX-13, REFLEX-14: refuses with everything that is wrong, and publishes nothing', async () => {
    const { review, added } = tool();
    const { levels } = heat;
    const gap = { ...heat, levels: levels.map((one) => (one.code === 'jaune' ? { ...one, to: 18 } : one)) };
    expect((await review({ questionnaire: gap, publish: true })).body).toMatchObject({
      accepted: false,
      faults: [
        { reason: 'gap', text: expect.stringContaining('Le score 19 n’a pas de niveau'), path: expect.any(Array) },
      ],
    });
    const lost = { ...heat, emergency: { ...heat.emergency, cell: 'pompiers' } };
    expect((await review({ questionnaire: lost, publish: true })).body).toMatchObject({
      faults: [{ place: 'emergency.cell', text: expect.stringContaining('une cellule (sanitaire, fraicheur') }],
    });
    expect((await review({ questionnaire: 3 })).body).toMatchObject({ accepted: false });
    expect(added).toEqual([]);
  });

  it.each([
    [{}, '« questionnaire » manque'],
    [{ questionnaire: heat, past: { from: '2026-07-09', to: '2026-07-07' } }, 'deux jours AAAA-MM-JJ, 7 jours au plus'],
    [{ questionnaire: heat, past: { from: '2026-07-01', to: '2026-07-09' } }, '7 jours au plus'],
    [{ questionnaire: heat, publish: 'oui' }, '« publish » vaut "oui"'],
  ])('refuses %j', async (body, error) => {
    expect(await tool().review(body)).toMatchObject({ status: 400, body: { error: expect.stringContaining(error) } });
  });

  it('is for the client and supervisors', async () => {
    expect((await tool('reflex:agent').review({ questionnaire: heat })).status).toBe(403);
    expect((await tool('samps:client').open()).status).toBe(403);
  });
});

describe('REFLEX-15: preview of a questionnaire', () => {
  it('shows one page after another, the answers in the address', async () => {
    const { open } = tool('reflex:agent');
    expect((await open()).page).toContain('<h1>Qui répond\u202f?</h1>');
    const begin = { respondent: 'person', adviceSaid: 'true' };
    const second = await open({ ...begin, Q1: 'moyen', step: 'Q1' });
    expect(second.page).toContain('<h1>Question 2 sur 16</h1>');
    expect(second.page).toContain('<input type="hidden" name="Q1" value="moyen">');
    expect(second.page).toContain('<form method="get" action="/questionnaires/reflex/canicule">');
    const back = /href="([^"]*question=Q1[^"]*)"/.exec(second.page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const query = Object.fromEntries(new URLSearchParams(back.slice(back.indexOf('?'))));
    expect((await open(query)).page).toContain('value="moyen" required checked>');
    expect((await open({ ...begin, ...first, step: 'Q16' })).page).toContain('<h1>Merci</h1>');
  });

  it('says that an answer is missing', async () => {
    const { open } = tool();
    expect((await open({ respondent: 'person', adviceSaid: 'true', step: 'Q1' })).page).toContain('Réponse manquante');
  });

  it('sends who is not signed in to sign in, and back', async () => {
    const { statusCode, headers } = await questionnaireDraftsHandler(async () =>
      Promise.reject(new Error('not needed')),
    )(apiEvent('/questionnaires/reflex/canicule', { query: { Q1: 'mal' } }), context);
    expect(statusCode).toBe(302);
    expect(headers?.['location']).toBe('/connexion?retour=%2Fquestionnaires%2Freflex%2Fcanicule%3FQ1%3Dmal');
  });

  it('names the questionnaires there are', async () => {
    const { status, page } = await tool().open({}, 'tempete');
    expect(status).toBe(404);
    expect(page).toContain('canicule');
  });
});
