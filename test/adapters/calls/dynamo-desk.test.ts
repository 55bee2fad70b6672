import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoPresence } from '../../../adapters/dynamo-presence.ts';
import { dynamoQuestions } from '../../../adapters/dynamo-questions.ts';
import type { PresentAgent } from '../../../domain/presence/presence.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { at } from '../../support/calls/records.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('presence', 'questions');
});
afterAll(() => tables.stop());

describe('the board of agents', () => {
  const seen = (second: number, name: string): PresentAgent => ({
    agent: 'malia.taofifenua',
    status: { name, type: 'ROUTABLE', since: at(second) },
    contacts: [{ contactId: 'c', state: 'CONNECTED', since: at(second) }],
    routingProfile: 'samps-conseiller',
    eventAt: at(second),
  });

  it('is written only over the version that was read', async () => {
    const board = dynamoPresence(tables.client, 'presence');
    const first = { agents: [seen(5, 'Available')], version: 1 };
    const second = { agents: [seen(10, 'Pause')], version: 2 };
    expect([await board.write('samps', first), await board.write('samps', first)]).toEqual([true, false]);
    expect([await board.write('samps', second), await board.write('samps', second)]).toEqual([true, false]);
    expect(await board.read('samps')).toEqual(second);
    expect(await board.read('other')).toEqual({ agents: [], version: 0 });
  });
});

describe('SAMPS-23: questions', () => {
  const questions = () => dynamoQuestions(tables.client, 'questions');
  const question = { questionId: 'q1', scheme: 'BOURSES', text: 'Pour quand ?', opened: { at: at(0), by: 'malia' } };

  it('opened twice, keeps the first moment', async () => {
    expect(await questions().open('samps', question)).toEqual(question);
    const again = { ...question, opened: { at: at(9), by: 'malia' } };
    expect(await questions().open('samps', again)).toEqual(question);
  });

  it('answered then closed, each keeps its first moment; an unknown one is unknown', async () => {
    const answered = { at: at(10), by: 'samps', text: 'En mai.' };
    expect(await questions().change('samps', 'q1', { answered })).toMatchObject({ answered });
    const later = { answered: { ...answered, at: at(20) } };
    expect(await questions().change('samps', 'q1', later)).toMatchObject({ answered });
    const closed = { at: at(30), by: 'malia' };
    expect(await questions().change('samps', 'q1', { closed })).toMatchObject({ answered, closed });
    expect(await questions().list('samps')).toEqual([{ ...question, answered, closed }]);
    expect(await questions().change('samps', 'q9', { closed })).toBeUndefined();
  });
});
