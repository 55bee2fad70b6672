import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoQuestionnaires } from '../../../adapters/dynamo-questionnaires.ts';
import type { QuestionnaireRecord } from '../../../domain/questionnaire/questionnaire-record.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('questionnaires');
});
afterAll(() => tables.stop());

const key = { campaign: 'canicule_20260706T070000Z', cycle: 1, recipientId: 'r1' };
const record = (revision: number, answers: Readonly<Record<string, string>>): QuestionnaireRecord => ({
  ...key,
  questionnaireId: 'canicule',
  version: 'v',
  answers,
  adviceSaid: true,
  byThirdParty: false,
  channel: 'agent',
  attemptId: 'canicule_20260706T070000Z-1-r1-1',
  revision,
  clientId: `form-${revision}`,
  savedAt: '2026-07-06T08:00:00.000Z',
  filed: false,
});

describe('questionnaires in their table', () => {
  it('REFLEX-16: keeps each revision over the one before it, and only so', async () => {
    const questionnaires = dynamoQuestionnaires(tables.client, 'questionnaires');
    expect(await questionnaires.find('p', key)).toBeUndefined();
    expect(await questionnaires.keep('p', record(2, {}))).toBe(false);
    expect(await questionnaires.keep('p', record(1, { Q1: 'bien' }))).toBe(true);
    expect(await questionnaires.keep('p', record(1, { Q1: 'mal' }))).toBe(false);
    expect(await questionnaires.find('p', key)).toEqual(record(1, { Q1: 'bien' }));
    const both = [record(2, { Q1: 'moyen' }), record(2, { Q1: 'mal' })];
    const kept = await Promise.all(both.map((one) => questionnaires.keep('p', one)));
    expect(kept.filter((one) => one)).toHaveLength(1);
    expect(await questionnaires.find('p', { ...key, cycle: 2 })).toBeUndefined();
    expect(await questionnaires.find('q', key)).toBeUndefined();
  });
});
