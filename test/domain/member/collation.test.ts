import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstNameKey,
  firstNamePrefixes,
  foldName,
  listKey,
  searchPrefixes,
} from '../../../domain/member/collation.ts';

const inOrder = (names: readonly string[]) =>
  names
    .map((lastName, index) => ({ lastName, key: listKey({ lastName, firstName: 'Ana', memberId: String(index) }) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ lastName }) => lastName);

describe('ALERTES-14, ALERTES-21: members in alphabetical order', () => {
  it('files É under E and d’Orsay under D', () => {
    expect(inOrder(['ZOLA', 'ELVIRE', 'ÉLUARD', 'D’ORSAY'])).toEqual(['D’ORSAY', 'ÉLUARD', 'ELVIRE', 'ZOLA']);
    expect(inOrder(['LEBRUN', 'LE GOFF', 'L’HERMITE', 'LE-FUR', 'LEA'])).toEqual([
      'LEA',
      'LEBRUN',
      'LE-FUR',
      'LE GOFF',
      'L’HERMITE',
    ]);
  });

  it('COMMON-60: takes ʻokina, ligatures and foreign letters for what French reads', () => {
    expect(foldName('TUʻITEʻA')).toBe('tuitea');
    expect(foldName('Œuvrard-Łukasz ß')).toBe('oeuvrardlukaszss');
    expect(foldName('WÉA (née KAMBOU)')).toBe('weaneekambou');
  });

  it('puts a name before the longer ones that it begins, whatever the first names', () => {
    const martin = listKey({ lastName: 'MARTIN', firstName: 'Zoé', memberId: 'a' });
    const martinez = listKey({ lastName: 'MARTINEZ', firstName: 'Ana', memberId: 'b' });
    expect(martin < martinez).toBe(true);
    const jean = listKey({ lastName: 'MARTIN', firstName: 'Jean', memberId: 'z' });
    expect(jean < listKey({ lastName: 'MARTIN', firstName: 'Jeanne', memberId: 'a' })).toBe(true);
  });

  it('agrees with the French collation of Unicode on last names', () => {
    const collator = new Intl.Collator('fr', { ignorePunctuation: true, sensitivity: 'base' });
    const letters = fc.constantFrom(...'aàâäbcçdeéèêëfghiîïjklmnoôöpqrstuùûüvwxyzœæAÉZ -’'.split(''));
    const name = fc.string({ unit: letters, minLength: 1, maxLength: 12 }).filter((text) => foldName(text) !== '');
    fc.assert(
      fc.property(name, name, (a, b) => {
        const order = Math.sign(collator.compare(a, b));
        const [one, other] = [foldName(a), foldName(b)];
        expect(one === other ? 0 : one < other ? -1 : 1).toBe(order);
      }),
      { numRuns: 500 },
    );
  });
});

describe('searching by the beginning of a name', () => {
  const found = (typed: string, lastName: string, firstName: string) =>
    searchPrefixes(typed).some((prefix) => listKey({ lastName, firstName, memberId: 'm' }).startsWith(prefix));

  it('finds last names of several words, with or without first names, in either order', () => {
    expect(found('dup', 'DUPONT', 'Marie')).toBe(true);
    expect(found('dupont m', 'DUPONT', 'Marie')).toBe(true);
    expect(found('marie dupont', 'DUPONT', 'Marie')).toBe(true);
    expect(found('le gof', 'LE GOFF', 'Anne')).toBe(true);
    expect(found('LE GOFF an', 'LE GOFF', 'Anne')).toBe(true);
    expect(found('d orsay', 'D’ORSAY', 'Paul')).toBe(true);
    expect(found('eluard', 'ÉLUARD', 'Paul')).toBe(true);
    expect(found('dupont p', 'DUPONT', 'Marie')).toBe(false);
  });

  it('finds first names of one or more words, and the beginning of a last name after them', () => {
    const byFirst = (typed: string, lastName: string, firstName: string) =>
      firstNamePrefixes(typed).some((prefix) =>
        firstNameKey({ lastName, firstName, memberId: 'm' }).startsWith(prefix),
      );
    expect(byFirst('Élo', 'D’ORSAY', 'Éléonore')).toBe(false);
    expect(byFirst('elé', 'D’ORSAY', 'Éléonore')).toBe(true);
    expect(byFirst('marie dup', 'DUPONT', 'Marie')).toBe(true);
    expect(byFirst('jean paul', 'LE GOFF', 'Jean-Paul')).toBe(true);
    expect(byFirst('jean paul le', 'LE GOFF', 'Jean-Paul')).toBe(true);
    expect(byFirst('o', 'NGUYEN', 'O')).toBe(true);
    expect(byFirst('dupont', 'DUPONT', 'Marie')).toBe(false);
  });

  it('asks nothing of the index when no letter is typed', () => {
    expect([...searchPrefixes(' - ’ '), ...firstNamePrefixes(' - ’ ')]).toEqual([]);
  });
});
