import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../domain/member/known-name.ts';
import { type NamedPerson, preparedPerson, sameMember } from '../../../domain/member/same-member.ts';

const marie: NamedPerson = { lastName: 'DUPONT', firstName: 'Marie', birthDate: '1990-05-04', phone: '+33612345678' };
const { birthDate: _born, ...mariesPhone } = marie;

const likeness = (one: NamedPerson, other: NamedPerson) => sameMember(preparedPerson(one), preparedPerson(other));

describe('A-17: who is a member already', () => {
  it.each<[string, NamedPerson, 'same' | 'ask' | 'other']>([
    ['the same name and birth date', { lastName: 'dupont', firstName: 'MARIE', birthDate: '1990-05-04' }, 'same'],
    ['the same name and telephone', mariesPhone, 'same'],
    ['accents, hyphens and blanks', { ...marie, lastName: 'Du-pont', firstName: 'Márie' }, 'same'],
    ['ALERTES-30: a homonym of another birth date', { ...marie, birthDate: '1962-01-09' }, 'ask'],
    ['the same name and nothing else', { lastName: 'DUPONT', firstName: 'Marie' }, 'ask'],
    ['a name that sounds the same, same day', { ...marie, lastName: 'DUPOND' }, 'ask'],
    ['last and first name the other way round', { ...marie, lastName: 'MARIE', firstName: 'Dupont' }, 'ask'],
    ['ALERTES-30: a child with the mother’s number', { ...marie, firstName: 'Léo', birthDate: '2017-03-02' }, 'other'],
    ['twins', { ...marie, firstName: 'Manon' }, 'other'],
  ])('%s', (_title, other, answer) => {
    expect(likeness(other, marie)).toBe(answer);
    expect(likeness(marie, other)).toBe(answer);
  });

  it('finds whoever is the same in the same book of names', () => {
    const signs = fc.constantFrom(' ', '-', '’', 'ʻ', '');
    const word = fc.string({ unit: fc.constantFrom(...'aeiouéèçlmnrstdpgbvfh'.split('')), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(word, word, word, signs, signs, (a, b, first, one, other) => {
        const person = { lastName: `${a}${one}${b}`, firstName: first, birthDate: '2001-02-03' };
        const again = { ...person, lastName: `${a}${other}${b}`.toUpperCase(), firstName: first.normalize('NFD') };
        if (likeness(person, again) === 'same') {
          expect(nameKey(again)).toBe(nameKey(person));
        }
      }),
    );
    expect(nameKey({ lastName: 'Marie', firstName: 'DUPOND' })).toBe(nameKey(marie));
  });
});
