import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../../adapters/content-hash.ts';
import { dynamoContent } from '../../../adapters/dynamo-content.ts';
import { dynamoJournal } from '../../../adapters/dynamo-journal.ts';
import { dynamoQuestionnaires } from '../../../adapters/dynamo-questionnaires.ts';
import { dynamoReferrals } from '../../../adapters/dynamo-referrals.ts';
import { seedContent } from '../../../domain/content/seed-content.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { contentCatalogue } from '../../../domain/questionnaire/content-catalogue.ts';
import { createReferrals, referEmergency } from '../../../domain/referral/create-referrals.ts';
import type { ReferralNotice } from '../../../domain/referral/referral-notices.ts';
import type { ReferralPorts } from '../../../domain/referral/referral-ports.ts';
import { questionnaireAnswersHandler } from '../../../lambdas/questionnaire-answers/handler.ts';
import { heatWaveQuestionnaire as heat } from '../../../programmes/reflex/questionnaire.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { context } from '../../support/calls/events.ts';
import { heatWave } from '../../support/campaigns/heat-wave-campaign.ts';
import { apiEvent } from '../report/api-event.ts';

const calendar = { ...samps.calendar, timeZone: 'Europe/Paris' };
const reflex: Programme = {
  ...samps,
  name: 'reflex',
  calendar,
  outbound: { campaignTypes: [heatWave], questionnaires: [heat], referralRules },
};
const at = '2026-07-06T08:00:00.000Z';
let tables: EmbeddedTables;
const notices: ReferralNotice[] = [];

function handlerOf() {
  const content = dynamoContent(tables.client, 'content');
  const journal = dynamoJournal(tables.client, 'journal');
  const referral: ReferralPorts = {
    referrals: dynamoReferrals(tables.client, 'referrals'),
    journal,
    content,
    notices: { tell: async (notice) => void notices.push(notice) },
    pageOf: (programme, cell) => `https://exemple.fr/signalements/${programme}/${cell}`,
  };
  const handler = questionnaireAnswersHandler(async () => ({
    ports: {
      records: dynamoQuestionnaires(tables.client, 'questionnaires'),
      catalogue: contentCatalogue(content, content, contentHash),
      content,
      journal,
      refer: (order) => createReferrals(order, referral),
      referEmergency: (order) => referEmergency(order, referral),
    },
    programmes: { reflex },
    now: () => at,
  }));
  return { handler, journal, content };
}

beforeAll(async () => {
  tables = await embeddedTables('questionnaires', 'referrals', 'journal', 'content');
  await seedContent(reflex, at, { versions: dynamoContent(tables.client, 'content'), hash: contentHash });
});
afterAll(() => tables.stop());

async function post(recipient: string, body: unknown) {
  const { handler } = handlerOf();
  const pathParameters = { programme: 'reflex', attemptId: `canicule_20260706T070000Z-1-${recipient}-1` };
  const event = apiEvent('/', { method: 'POST', groups: 'reflex:agent', userName: 'lea', pathParameters });
  const { statusCode, body: text } = await handler({ ...event, body: JSON.stringify(body) }, context);
  return { status: statusCode, body: JSON.parse(text ?? 'null') };
}

const clientId = (n: number) => `3f0c6a52-7c1d-4e9b-9a53-${String(n).padStart(12, '0')}`;
const kindsOf = async (recipient: string) => {
  const entries = await handlerOf().journal.read('reflex', '2026-07-06');
  return entries.flatMap((entry) => ('subject' in entry && entry.subject === recipient ? [entry.kind] : []));
};

describe('questionnaires on their tables', () => {
  it('REFLEX-14, REFLEX-18: a complete one is in the journal, and its cells are told', async () => {
    const answers = Object.fromEntries(heat.questions.map(({ id, answers: all }) => [id, all.at(-1)?.code]));
    const form = { clientId: clientId(1), revision: 0, respondent: 'person', adviceSaid: true };
    const done = await post('r1', { ...form, answers: { ...answers, Q2: 'un', Q3: 'doute' } });
    expect(done).toMatchObject({ status: 200, body: { state: 'complete', screen: { result: { level: 'rouge' } } } });
    const cells = ['sanitaire', 'fraicheur', 'sociale', 'fichier'];
    expect(done.body.referrals.map(({ cell }: { cell: string }) => cell).sort()).toEqual(cells.toSorted());
    expect(notices.map(({ cell }) => cell)).toEqual(expect.arrayContaining(['sanitaire', 'sociale']));
    const kinds = await kindsOf('r1');
    expect(kinds.filter((kind) => kind === 'questionnaire')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'referral').length).toBeGreaterThanOrEqual(4);
  });

  it('REFLEX-20: the red button at question 2 has told the cell within a second, once', async () => {
    await post('r2', {
      clientId: clientId(2),
      revision: 0,
      respondent: 'person',
      adviceSaid: true,
      answers: { Q1: 'bien' },
    });
    const from = performance.now();
    const before = notices.length;
    const press = { clientId: clientId(3), revision: 1, emergency: true };
    const pressed = await post('r2', press);
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(pressed.body).toMatchObject({ state: 'partial', referrals: [{ cell: 'sanitaire', level: 'urgence' }] });
    expect(notices.slice(before)).toMatchObject([{ cell: 'sanitaire', level: 'urgence' }]);
    await post('r2', press);
    await post('r2', { clientId: clientId(4), revision: 2, leave: true });
    expect(notices.slice(before)).toHaveLength(1);
  });

  it('REFLEX-14: who began before a new version ends with the old one', async () => {
    await post('r3', {
      clientId: clientId(5),
      revision: 0,
      respondent: 'person',
      adviceSaid: true,
      answers: { Q1: 'mal' },
    });
    const { content } = handlerOf();
    const value = [{ ...heat, title: 'Nouveau' }];
    await content.add('reflex', 'questionnaires', { validFrom: at, hash: contentHash(value), origin: 'edit', value });
    const older = await post('r3', { clientId: clientId(6), revision: 1, answers: { Q2: 'non' } });
    expect(older.body.questionnaire).toEqual({ id: 'canicule', version: contentHash(heat), title: heat.title });
    const newer = await post('r4', { clientId: clientId(7), revision: 0, respondent: 'person' });
    expect(newer.body.questionnaire.title).toBe('Nouveau');
  });
});
