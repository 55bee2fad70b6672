import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoKnowledge } from '../../../adapters/dynamo-knowledge.ts';
import type { CardVersion } from '../../../domain/knowledge/card.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('knowledge');
});
afterAll(() => tables.stop());
const base = () => dynamoKnowledge(tables.client, 'knowledge');
const version = (cardId: string, n: number, answer = 'Le 25.'): CardVersion => ({
  ...{ cardId, version: n, publishedAt: '2025-07-04T00:00:00.000Z', publishedBy: 'camille', origin: 'edit' },
  text: { title: 'Quand ?', answer, keywords: [], checklist: [], dates: [] },
});

describe('SAMPS-20: cards in DynamoDB', () => {
  test('are seen together once their publication counts, and never when another came first', async () => {
    const [one, other] = [base(), base()];
    expect(await one.published('p')).toEqual({ edition: 0, versions: [] });
    const versions = Array.from({ length: 60 }, (_, index) => version(`c-${index}`, 1));
    expect(await one.publish('p', { id: 'a', after: 0, versions })).toBe(true);
    expect(await other.publish('p', { id: 'b', after: 0, versions: [version('c-0', 1, 'Autre.')] })).toBe(false);
    expect(await one.publish('p', { id: 'a', after: 0, versions })).toBe(true);
    const seen = await other.published('p');
    expect([seen.edition, seen.versions.length]).toEqual([1, 60]);
    expect(await other.published('autre')).toEqual({ edition: 0, versions: [] });
  });

  test('two publications at once: one is seen whole, the other not at all', async () => {
    const answers = await Promise.all(
      ['x', 'y'].map((id) =>
        base().publish('q', { id, after: 0, versions: [version('c', 1, id), version('d', 1, id)] }),
      ),
    );
    expect(answers.toSorted()).toEqual([false, true]);
    const { versions } = await base().published('q');
    expect(new Set(versions.map(({ text }) => text.answer)).size).toBe(1);
    expect(versions).toHaveLength(2);
  });

  test('drafts are changed by one author at a time', async () => {
    const draft = { cardId: 'c', text: version('c', 1).text, basedOn: 1, changedAt: '', changedBy: 'a', revision: 1 };
    expect(await base().saveDraft('p', draft)).toBe(true);
    expect(await base().saveDraft('p', draft)).toBe(false);
    expect(await base().saveDraft('p', { ...draft, revision: 2, changedBy: 'b' })).toBe(true);
    expect(await base().drafts('p')).toMatchObject([{ changedBy: 'b' }]);
    await base().dropDraft('p', 'c');
    expect(await base().drafts('p')).toEqual([]);
  });

  test('a grid is kept with what was found in it', async () => {
    const grid = {
      ...{
        importId: '20250704T000000-a',
        fileName: 'grille.xlsx',
        sentAt: '2025-07-04T00:00:00.000Z',
        sentBy: 'camille',
        rows: 1,
      },
      ...{ cards: [{ cardId: 'c', text: version('c', 1).text }], faults: [], notices: ['fusion'] },
    };
    await base().saveImport('p', grid);
    expect(await base().findImport('p', grid.importId)).toEqual(grid);
    expect(await base().imports('p')).toMatchObject([{ importId: grid.importId, rows: 1 }]);
  });
});
