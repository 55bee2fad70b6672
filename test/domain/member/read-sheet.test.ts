import { describe, expect, it } from 'vitest';
import { readSheet, type TypedSheet } from '../../../domain/member/read-sheet.ts';
import { ageOn } from '../../../domain/recipient/read-recipient.ts';

const typed: TypedSheet = {
  ...{ lastName: 'Dupont', firstName: 'Marie', birthDate: '04/05/1990' },
  ...{ email: 'Marie@Exemple.FR', phone: '06 12 34 56 78', groups: ['g1', 'g1'] },
};
const rules = { country: 'FR', today: '2026-11-22' } as const;
const read = (change: Partial<TypedSheet>) => readSheet({ ...typed, ...change }, rules);
const faultsOf = (change: Partial<TypedSheet>) => {
  const answer = read(change);
  return 'faults' in answer ? answer.faults.map(({ field, reason }) => `${field} : ${reason}`) : [];
};

describe('ALERTES-04, ALERTES-16: the sheet of a member, as typed', () => {
  it('writes last names in capitals, numbers in full, addresses in small letters', () => {
    expect(read({})).toEqual({
      sheet: {
        ...{ lastName: 'DUPONT', firstName: 'Marie', birthDate: '1990-05-04', email: 'marie@exemple.fr' },
        phone: { e164: '+33612345678', kind: 'mobile' },
        groups: ['g1'],
      },
    });
  });

  it('refuses a birth date to come, a day that does not exist and a year of two digits', () => {
    expect(faultsOf({ birthDate: '23/11/2026' })).toEqual(['birthDate : cette date de naissance est à venir']);
    expect(faultsOf({ birthDate: '31/02/1990' })).toEqual(['birthDate : ce jour n’existe pas dans le calendrier']);
    expect(faultsOf({ birthDate: '04/05/90' })).toEqual(['birthDate : l’année doit avoir quatre chiffres']);
    expect(faultsOf({ birthDate: '22/11/2026' })).toEqual([]);
  });

  it('COMMON-60: takes names of one letter, apostrophes and names of the Pacific', () => {
    for (const lastName of ['O', 'd’Orsay', 'N’Guyen', 'Tuʻiteʻa', 'Xötrépué', 'de La Tour du Pin']) {
      expect(faultsOf({ lastName, firstName: 'É' })).toEqual([]);
    }
    expect(read({ lastName: ' tuʻi \u200f\n  teʻa ' })).toMatchObject({ sheet: { lastName: 'TUʻI TEʻA' } });
  });

  it('COMMON-28: keeps what looks like a formula as the text it is', () => {
    expect(read({ lastName: '=HYPERLINK("http://x")' })).toMatchObject({
      sheet: { lastName: '=HYPERLINK("HTTP://X")' },
    });
  });

  it('names everything that is wrong at once', () => {
    expect(faultsOf({ lastName: ' ', firstName: '12', email: 'marie', phone: '12' })).toEqual([
      'lastName : ce champ est vide',
      'firstName : ce nom n’a aucune lettre',
      'email : ce n’est pas une adresse électronique',
      'phone : c’est un numéro court, qui n’est celui de personne',
    ]);
  });

  it('ALERTES-32: accepts a landline, and prefers the number that takes texts', () => {
    expect(read({ phone: '03 20 12 34 56' })).toMatchObject({ sheet: { phone: { kind: 'fixed' } } });
    expect(read({ phone: '03 20 12 34 56 / 06 12 34 56 78' })).toMatchObject({
      sheet: { phone: { e164: '+33612345678' } },
    });
  });
});

describe('ALERTES-11: ages', () => {
  it.each([
    ['2004-02-29', '2023-02-28', 18],
    ['2004-02-29', '2023-03-01', 19],
    ['2004-02-29', '2024-02-29', 20],
    ['1990-05-04', '2026-05-04', 36],
    ['2026-11-22', '2026-11-22', 0],
  ])('somebody born on %s is, on %s, %i years old', (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age);
  });
});
