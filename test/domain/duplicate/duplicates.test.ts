import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelledPairs } from '../../../bench/labelled-pairs.ts';
import { comparable, type PersonFacts } from '../../../domain/duplicate/comparable-person.ts';
import { comparePeople } from '../../../domain/duplicate/compare-people.ts';
import { findPairs } from '../../../domain/duplicate/find-pairs.ts';
import { frenchSound } from '../../../domain/duplicate/french-sound.ts';
import { jaroWinkler, typingErrors } from '../../../domain/duplicate/likeness.ts';

const pairs = labelledPairs();
const answerOf = (a: PersonFacts, b: PersonFacts) => comparePeople(comparable(a), comparable(b)).answer;
const person = (lastName: string, firstName: string, more: Partial<PersonFacts> = {}): PersonFacts => ({
  lastName,
  firstName,
  phones: [],
  ...more,
});

describe('COMMON-10: one engine for duplicates', () => {
  test('answers 200 labelled pairs: nobody is merged into someone else, and few are missed', () => {
    expect(pairs).toHaveLength(200);
    const counted = { sameSame: 0, sameMaybe: 0, same: 0, differentSame: 0, differentMaybe: 0 };
    for (const { label, a, b } of pairs) {
      const answer = answerOf(a, b);
      counted.same += label === 'same' ? 1 : 0;
      counted.sameSame += label === 'same' && answer === 'same' ? 1 : 0;
      counted.sameMaybe += label === 'same' && answer === 'maybe' ? 1 : 0;
      counted.differentSame += label === 'different' && answer === 'same' ? 1 : 0;
      counted.differentMaybe += label === 'different' && answer === 'maybe' ? 1 : 0;
    }
    expect(counted.same).toBeGreaterThan(95);
    expect(counted.sameSame / (counted.sameSame + counted.differentSame)).toBeGreaterThanOrEqual(0.99);
    expect(counted.sameSame / counted.same).toBeGreaterThanOrEqual(0.93);
    expect((counted.sameSame + counted.sameMaybe) / counted.same).toBeGreaterThanOrEqual(0.97);
    // What a person is asked to decide for nothing.
    expect(counted.differentMaybe).toBeLessThanOrEqual(5);
  });

  test('compares a pair whichever way round', () => {
    for (const { a, b } of pairs) {
      expect(answerOf(b, a), `${a.lastName} ${a.firstName}`).toBe(answerOf(a, b));
    }
  });

  test('finds among all 400 the pairs it would find by comparing them two by two', () => {
    const people = pairs.flatMap(({ a, b }) => [comparable(a), comparable(b)]);
    const found = new Set(findPairs(people).map(({ a, b }) => `${a} ${b}`));
    const missed: string[] = [];
    for (const [a, one] of people.entries()) {
      for (const [offset, other] of people.slice(a + 1).entries()) {
        if (comparePeople(one, other).answer !== 'different' && !found.has(`${a} ${a + 1 + offset}`)) {
          missed.push(`${one.last.joined} ${one.first.joined} / ${other.last.joined} ${other.first.joined}`);
        }
      }
    }
    expect(missed).toEqual([]);
  });

  test('A-17: the same telephone alone makes nobody the same', () => {
    const family = { phones: ['+33142345678'], address: '3 rue du Bac', postcode: '75007' };
    expect(answerOf(person('MARTIN', 'Jeanne', family), person('MARTIN', 'Louis', family))).toBe('different');
    expect(answerOf(person('MARTIN', 'Jeanne', family), person('DUBOIS', 'Paul', family))).toBe('different');
  });

  test('COMMON-60: an ʻokina, an apostrophe or none is the same name', () => {
    const born = { birthDate: '1944-02-03' };
    for (const written of ['Teʻura', 'Teʼura', "Te'ura", 'Te’ura', 'TEURA']) {
      expect(answerOf(person(written, 'Hiro', born), person('TEʻURA', 'Hiro', born))).toBe('same');
    }
  });

  test('the same identifier of the client is the same person, unless nothing else agrees', () => {
    const known = { externalId: 'A17', birthDate: '1931-05-06' };
    expect(answerOf(person('MARTIN', 'Jeanne', known), person('DURAND', 'Jeanne', known))).toBe('same');
    expect(answerOf(person('MARTIN', 'Jeanne', known), person('KERJEAN', 'Anatole', { externalId: 'A17' }))).toBe(
      'maybe',
    );
  });

  test('nobody differs from themselves, whatever their name is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (last, first) => {
        const one = person(`${last}a`, `${first}b`, { birthDate: '1930-01-02' });
        expect(answerOf(one, one)).toBe('same');
      }),
    );
  });

  test('a key shared by thousands does not compare them two by two', () => {
    const people = Array.from({ length: 4_000 }, (_, index) =>
      comparable(
        person(`NOM${String.fromCharCode(65 + (index % 26), 65 + (Math.floor(index / 26) % 26))}`, `P${index}`, {
          birthDate: '1940-01-01',
          phones: ['+33140000000'],
        }),
      ),
    );
    const started = performance.now();
    findPairs(people);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test.each([
    ['dupont', 'dupond'],
    ['lefevre', 'lefebvre'],
    ['thomas', 'toma'],
    ['philippe', 'filippe'],
    ['chevalier', 'chevallier'],
    ['mathieu', 'matthieu'],
  ])('%s sounds like %s', (a, b) => {
    expect(frenchSound(a)).toBe(frenchSound(b));
  });

  test('likeness follows its published examples', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
    expect([typingErrors('abcd', 'acbd'), typingErrors('abcd', 'abd'), typingErrors('abcd', 'wxyz')]).toEqual([
      1, 1, 3,
    ]);
  });
});
