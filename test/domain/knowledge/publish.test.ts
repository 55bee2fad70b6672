import { beforeEach, describe, expect, test } from 'vitest';
import type { CardText } from '../../../domain/knowledge/card.ts';
import { cardsInForce, latestVersions } from '../../../domain/knowledge/cards-in-force.ts';
import { compareCards } from '../../../domain/knowledge/compare-cards.ts';
import { paymentDates } from '../../../domain/knowledge/payment-dates.ts';
import { publishCards } from '../../../domain/knowledge/publish-cards.ts';
import { seedCards } from '../../../domain/knowledge/seed-cards.ts';
import { memoryKnowledge } from '../../support/knowledge/memory-knowledge.ts';

const text = (answer: string, more: Partial<CardText> = {}): CardText => ({
  ...{ title: `Question sur ${answer} ?`, answer, keywords: [], checklist: [], dates: [] },
  ...more,
});
const scope = { programme: 'samps', at: '2025-07-04T00:00:00.000Z', by: 'camille', origin: 'import' as const };

let base: ReturnType<typeof memoryKnowledge>;
beforeEach(() => {
  base = memoryKnowledge();
});
const latest = async () => latestVersions((await base.published('samps')).versions);
const seen = async (day: string) =>
  cardsInForce((await base.published('samps')).versions, day).map(({ cardId, version }) => `${cardId}@${version}`);

describe('SAMPS-20: publishing', () => {
  const v1 = ['a', 'b', 'c', 'd', 'e'].map((cardId) => ({ cardId, text: text(`la réponse ${cardId}`) }));
  const v2 = v1.map((one) =>
    'abc'.includes(one.cardId)
      ? { ...one, text: text(`la réponse ${one.cardId} revue`, { title: one.text.title }) }
      : one,
  );

  test('v1 then v2 with 3 changed answers: 3 changes are shown, agents see v2, and v1 can still be read', async () => {
    await publishCards(v1, { ...scope, id: 'import-1' }, base);
    const { added, changed, unchanged, absent } = compareCards(v2.slice(0, 4), await latest());
    expect(changed.map(({ cardId, fields }) => [cardId, fields.map(({ field }) => field)])).toEqual([
      ['a', ['Réponse']],
      ['b', ['Réponse']],
      ['c', ['Réponse']],
    ]);
    expect([added, unchanged, absent.map(({ cardId }) => cardId)]).toEqual([[], ['d'], ['e']]);
    const answer = await publishCards(v2, { ...scope, id: 'import-2' }, base);
    expect(answer).toMatchObject({ type: 'published', versions: { length: 3 } });
    expect(await seen('2025-07-04')).toEqual(['a@2', 'b@2', 'c@2', 'd@1', 'e@1']);
    const { versions } = await base.published('samps');
    expect(versions.find(({ cardId, version }) => cardId === 'a' && version === 1)?.text.answer).toBe('la réponse a');
  });

  test('sent twice is one publication; over another one it is refused, and nothing of it is seen', async () => {
    const twice = { ...scope, id: 'import-1', seen: 0 };
    await publishCards(v1, twice, base);
    expect(await publishCards(v2, { ...scope, id: 'import-2', seen: 0 }, base)).toEqual({ type: 'stale' });
    expect(await publishCards(v1, { ...scope, id: 'import-1', seen: 1 }, base)).toEqual({ type: 'nothing-to-change' });
    expect(await seen('2025-07-04')).toEqual(['a@1', 'b@1', 'c@1', 'd@1', 'e@1']);
  });

  test('SAMPS-21: agents see what has begun and is not over, withdrawn or ahead', async () => {
    const cards = [
      { cardId: 'ahead', text: text('demain', { validFrom: '2025-07-05' }) },
      { cardId: 'over', text: text('hier', { validTo: '2025-07-03' }) },
      { cardId: 'now', text: text('aujourd’hui', { validFrom: '2025-07-04', validTo: '2025-07-04' }) },
    ];
    await publishCards(cards, { ...scope, id: '1' }, base);
    expect(await seen('2025-07-04')).toEqual(['now@1']);
    expect(await seen('2025-07-05')).toEqual(['ahead@1']);
    await publishCards(
      [{ cardId: 'ahead', text: text('après-demain', { validFrom: '2025-07-06' }) }],
      { ...scope, id: '2' },
      base,
    );
    expect(await seen('2025-07-05')).toEqual(['ahead@1']);
    expect(await seen('2025-07-06')).toEqual(['ahead@2']);
    await publishCards([{ cardId: 'ahead' }], { ...scope, id: '3' }, base);
    expect(await seen('2025-07-06')).toEqual([]);
  });

  test('seeds never outrank the client, nor come back once replaced', async () => {
    const seed = (answer: string, id: string) =>
      seedCards([{ cardId: 'a', text: text(answer) }], { programme: 'samps', at: scope.at, id }, base);
    expect(await seed('un', '1')).toMatchObject({ type: 'published' });
    expect(await seed('deux', '2')).toMatchObject({ type: 'published' });
    expect(await seed('un', '3')).toEqual({ type: 'nothing-to-change' });
    await publishCards([{ cardId: 'a', text: text('du client') }], { ...scope, id: '4', origin: 'edit' }, base);
    expect(await seed('trois', '5')).toEqual({ type: 'nothing-to-change' });
    expect(await seen('2025-07-04')).toEqual(['a@3']);
  });
});

test('SAMPS-17: a day that is over is never the next payment', () => {
  const dates = [
    { day: '2025-08-25', label: 'août' },
    { day: '2025-06-25', label: 'juin' },
    { day: '2025-07-25', label: 'juillet' },
  ];
  expect(paymentDates({ dates }, '2025-06-26').next?.label).toBe('juillet');
  expect(paymentDates({ dates }, '2025-07-25').next?.label).toBe('juillet');
  expect(paymentDates({ dates }, '2025-07-26')).toEqual({ next: dates[0], later: [] });
  expect(paymentDates({ dates }, '2025-08-26')).toEqual({ later: [] });
});
