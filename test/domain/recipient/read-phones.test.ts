import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../../domain/import/raw-row.ts';
import { readPhones } from '../../../domain/recipient/read-phones.ts';

const numbers = (cell: RawCell, country: 'NC' | 'FR') => readPhones(cell, country).phones.map(({ e164 }) => e164);

describe('REFLEX-23, COMMON-09: telephone cells', () => {
  test.each<[RawCell, 'NC' | 'FR', string[]]>([
    ['01 42 34 56 78', 'FR', ['+33142345678']],
    ['+33 (0)1 42 34 56 78', 'FR', ['+33142345678']],
    ['0033 1 42 34 56 78', 'FR', ['+33142345678']],
    ['33 1 42 34 56 78', 'FR', ['+33142345678']],
    [33142345678, 'FR', ['+33142345678']],
    // Excel took the number for an amount and dropped its 0.
    [142345678, 'FR', ['+33142345678']],
    ['142345678', 'FR', ['+33142345678']],
    ['3.3142345678E+10', 'FR', ['+33142345678']],
    ['3,3142345678E+10', 'FR', ['+33142345678']],
    ['Tél : 01.42.34.56.78 (fille)', 'FR', ['+33142345678']],
    ['01/42/34/56/78', 'FR', ['+33142345678']],
    ['01 42 34 56 78 / 06 12 34 56 78', 'FR', ['+33142345678', '+33612345678']],
    ['0142345678/0612345678', 'FR', ['+33142345678', '+33612345678']],
    ['01 42 34 56 78 ou 06 12 34 56 78', 'FR', ['+33142345678', '+33612345678']],
    ['01 42 34 56 78\n06 12 34 56 78', 'FR', ['+33142345678', '+33612345678']],
    ['0142345678 0612345678', 'FR', ['+33142345678', '+33612345678']],
    ['06 92 12 34 56', 'FR', ['+262692123456']],
    ['692123456', 'FR', ['+262692123456']],
    ['+687 25 12 34', 'FR', ['+687251234']],
    ['25 12 34', 'NC', ['+687251234']],
    [251234, 'NC', ['+687251234']],
    ['25.12.34 / 75.12.34', 'NC', ['+687251234', '+687751234']],
    ['251234 751234', 'NC', ['+687251234', '+687751234']],
    ['687 75 12 34', 'NC', ['+687751234']],
    ['06 12 34 56 78', 'NC', ['+33612345678']],
    [undefined, 'FR', []],
    ['', 'FR', []],
  ])('%j in %s', (cell, country, expected) => {
    expect(readPhones(cell, country).problems).toEqual([]);
    expect(numbers(cell, country)).toEqual(expected);
  });

  test.each<[RawCell, 'NC' | 'FR', RegExp]>([
    ['3.36E+10', 'FR', /perdu des chiffres/],
    ['25 12 34', 'FR', /n’existe pas/],
    ['08 92 12 34 56', 'FR', /surtaxé/],
    ['36 12 34', 'NC', /surtaxé/],
    ['3975', 'FR', /court/],
    ['néant', 'FR', /pas un numéro|vide/],
    ['01 42 34', 'FR', /n’existe pas/],
  ])('%j in %s is none, and says why', (cell, country, reason) => {
    const { phones, problems } = readPhones(cell, country);
    expect(phones).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.reason).toMatch(reason);
  });

  test('keeps the good number of a cell and names the bad one', () => {
    expect(readPhones('01 42 34 56 78 ; 12345', 'FR')).toEqual({
      phones: [{ e164: '+33142345678', kind: 'fixed' }],
      problems: [{ value: '12345', reason: 'ce numéro n’existe pas' }],
    });
  });
});
