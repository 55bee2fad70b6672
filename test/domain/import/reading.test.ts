import { describe, expect, test } from 'vitest';
import { findHeader } from '../../../domain/import/find-header.ts';
import { guessMapping } from '../../../domain/import/guess-mapping.ts';
import { headerSignature } from '../../../domain/import/heading.ts';
import type { RawCell } from '../../../domain/import/raw-row.ts';
import { readDay } from '../../../domain/import/read-day.ts';
import { readFlag } from '../../../domain/import/read-flag.ts';
import { recipientFields } from '../../../domain/recipient/recipient-fields.ts';

const guess = (...headings: string[]) => guessMapping(headings, recipientFields);

describe('COMMON-47: headings', () => {
  test('are known in French, whatever their accents, case and signs', () => {
    expect(
      guess('NOM', 'Prénom', 'Né(e) le', 'Tél. fixe', 'Portable', 'C.P.', 'Ville', 'Courriel', 'Digicode'),
    ).toEqual(['lastName', 'firstName', 'birthDate', 'landline', 'mobile', 'postcode', 'city', 'email', 'accessCode']);
    expect(guess('CIVILITE', 'NOM DE FAMILLE', 'PRENOM', 'DATE DE NAISSANCE', 'TELEPHONE', 'CODE POSTAL')).toEqual([
      'civility',
      'lastName',
      'firstName',
      'birthDate',
      'phone',
      'postcode',
    ]);
  });

  test('and in English', () => {
    expect(guess('Last name', 'First name', 'Date of birth', 'Phone number', 'Address', 'Zip code', 'City')).toEqual([
      'lastName',
      'firstName',
      'birthDate',
      'phone',
      'address',
      'postcode',
      'city',
    ]);
  });

  test('REFLEX-08: tell the helper from the person', () => {
    expect(
      guess(
        'Nom',
        'Prénom',
        'Téléphone',
        'Nom de l’aidant',
        'Téléphone de l’aidant',
        'Lien de parenté',
        'Vit seul(e)',
        'Téléalarme',
        'Nom de naissance',
      ),
    ).toEqual([
      'lastName',
      'firstName',
      'phone',
      'helperName',
      'helperPhone',
      'helperRelation',
      'livesAlone',
      'teleAlarm',
      'birthName',
    ]);
  });

  test('several columns may be telephones, one only the name', () => {
    expect(guess('Nom', 'Tél 1', 'Tél 2', 'Nom')).toEqual(['lastName', 'phone', 'phone', undefined]);
  });

  test('leave the unknown alone', () => {
    expect(guess('Nom', 'Prénom', 'Quartier de police', 'Couleur')).toEqual([
      'lastName',
      'firstName',
      undefined,
      undefined,
    ]);
  });

  test('are found under titles and blank rows', () => {
    const rows: RawCell[][] = [
      ['Ville de Test : registre nominatif'],
      ['Extrait le 01/06/2026, 2 lignes'],
      ['', 'Identité', '', 'Téléphones', ''],
      ['N° dossier', 'Nom', 'Prénom', 'Fixe', 'Portable'],
      ['17', 'MARTIN', 'Jeanne', '0142345678', ''],
    ];
    expect(
      findHeader(
        rows.map((cells, index) => ({ number: index + 1, cells })),
        recipientFields,
      ),
    ).toBe(3);
    expect(findHeader([{ number: 1, cells: ['MARTIN', 'Jeanne', '0142345678'] }], recipientFields)).toBeUndefined();
  });

  test('sign a file by what its columns are called', () => {
    expect(headerSignature(['Nom', 'Prénom', 'Tél.'])).toBe(headerSignature(['NOM', 'prenom', 'tel']));
    expect(headerSignature(['Nom', 'Prénom'])).not.toBe(headerSignature(['Prénom', 'Nom']));
  });
});

describe('REFLEX-23: dates and answers', () => {
  test.each<[RawCell, string]>([
    ['12/03/1938', '1938-03-12'],
    ['1/3/1938', '1938-03-01'],
    ['12-03-1938', '1938-03-12'],
    ['12.03.1938', '1938-03-12'],
    ['12 03 1938', '1938-03-12'],
    ['1938-03-12', '1938-03-12'],
    ['1938-03-12T00:00:00.000Z', '1938-03-12'],
    ['12/03/1938 00:00', '1938-03-12'],
    ['1er mars 1938', '1938-03-01'],
    ['samedi 12 MARS 1938', '1938-03-12'],
    ['3 févr. 1940', '1940-02-03'],
    ['29/02/1940', '1940-02-29'],
    [13951, '1938-03-12'],
    [13951.75, '1938-03-12'],
    ['13951', '1938-03-12'],
    [{ day: '1938-03-12' }, '1938-03-12'],
  ])('%j is a day', (cell, day) => {
    expect(readDay(cell)).toEqual({ day });
  });

  test.each<[RawCell, RegExp]>([
    ['29/02/1941', /n’existe pas/],
    ['31/04/1938', /n’existe pas/],
    ['12/13/1938', /n’existe pas/],
    ['12/03/38', /quatre chiffres/],
    ['1938', /pas une date/],
    ['inconnue', /pas une date/],
    [7, /pas une date d’Excel/],
    [19380312, /pas une date d’Excel/],
  ])('%j is none', (cell, problem) => {
    expect(readDay(cell)).toEqual({ problem: expect.stringMatching(problem) });
  });

  test.each<[RawCell, boolean | undefined | 'unclear']>([
    ['Oui', true],
    ['O', true],
    ['x', true],
    [true, true],
    [1, true],
    ['✓', true],
    ['VRAI', true],
    ['non', false],
    ['N', false],
    [0, false],
    ['', undefined],
    [undefined, undefined],
    ['peut-être', 'unclear'],
  ])('%j is %j', (cell, flag) => {
    expect(readFlag(cell)).toBe(flag);
  });
});
