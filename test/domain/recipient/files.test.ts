import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../domain/import/guess-mapping.ts';
import { mergedFiles } from '../../../domain/recipient/person-file.ts';
import { fileRules } from '../../../domain/recipient/read-file.ts';
import { readRecipient } from '../../../domain/recipient/read-recipient.ts';
import { listFields } from '../../../domain/recipient/recipient-fields.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { samps as inbound } from '../../../programmes/samps/programme.ts';
import { renewals } from '../../../programmes/samps/renewals.ts';

const samps = { ...inbound, outbound: { campaignTypes: [], questionnaires: [], renewals } };

const headings = [
  'N° usager',
  'Nom',
  'Prénom',
  'Date de naissance',
  'Téléphone',
  'Dispositif',
  'Objet',
  'Pièces manquantes',
  'Date de dépôt',
  'Échéance',
  'Situation',
];
const mapping = guessMapping(headings, listFields(true));

const read = (...cells: string[]) =>
  readRecipient({ number: 2, cells: ['', 'WAMYTAN', 'Hélène', '', '75 12 34', ...cells] }, headings, mapping, {
    country: 'NC',
    ageFrom: 65,
    today: '2025-07-04',
    ...fileRules(samps, 'liste-a'),
  });

describe('lists of files', () => {
  it('SAMPS-30: columns of files are recognised by their headings', () => {
    expect(mapping.slice(5)).toEqual(['scheme', 'subject', 'missingDocuments', 'admittedOn', 'dueOn', 'situation']);
  });

  it.each([
    ['Aide médicale', 'AIDE_MEDICALE'],
    ['AM', 'AIDE_MEDICALE'],
    ['aide medicale', 'AIDE_MEDICALE'],
    ['MINIMUM_VIEILLESSE', 'MINIMUM_VIEILLESSE'],
    ['Minimum vieillesse', 'MINIMUM_VIEILLESSE'],
    ['bourses', 'BOURSES'],
  ])('SAMPS-30: « %s » is %s', (text, scheme) => {
    expect(read(text, 'Renouvellement', '', '', '').profile?.files).toMatchObject([{ scheme, kind: 'renewal' }]);
  });

  it('SAMPS-30: a file that lacks documents is incomplete, with each document', () => {
    expect(read('Bourses', '', 'Avis d’imposition ; RIB, RIB', '', '31/07/2025').profile?.files).toEqual([
      {
        scheme: 'BOURSES',
        kind: 'incomplete',
        list: 'liste-a',
        missingDocuments: ['Avis d’imposition', 'RIB'],
        dueOn: '2025-07-31',
      },
    ]);
  });

  it.each([
    ['Aide médicale', '31/08/2024', '', '2025-02-28'],
    ['Aide médicale', '31/08/2024', 'Longue maladie', '2025-08-31'],
    ['Minimum vieillesse', '15/09/2024', '', '2025-09-15'],
    ['Bourses', '12/02/2025', '', '2025-05-01'],
  ])('SAMPS-33: without a date, %s admitted on %s %s is due on %s', (scheme, admitted, situation, dueOn) => {
    expect(read(scheme, '', '', admitted, '', situation).profile?.files).toMatchObject([{ kind: 'renewal', dueOn }]);
  });

  it('SAMPS-01: a row without a scheme, or of an unknown one, is refused and named', () => {
    for (const scheme of ['', 'Allocation logement']) {
      const { profile, faults } = read(scheme, '', '', '', '');
      expect(profile).toBeUndefined();
      expect(faults).toMatchObject([
        { row: 2, effect: 'row-refused', accepted: 'Aide médicale, Minimum vieillesse, Bourses' },
      ]);
    }
  });

  it('a list that names a file again replaces it, and leaves the others', () => {
    const file = { scheme: 'BOURSES', kind: 'incomplete', list: 'a', missingDocuments: ['RIB'] } as const;
    const other = { ...file, scheme: 'AIDE_MEDICALE', kind: 'renewal' } as const;
    expect(mergedFiles([file, other], [{ ...file, list: 'b', missingDocuments: [] }])).toEqual([
      other,
      { ...file, list: 'b', missingDocuments: [] },
    ]);
  });

  it('REFLEX-08: a register of people keeps nothing of files', () => {
    const { profile } = readRecipient(
      { number: 2, cells: ['', 'MARTIN', 'Jeanne', '', '01 42 34 56 78', 'Aide médicale', '', 'RIB'] },
      headings,
      mapping,
      { country: 'FR', ageFrom: 65, today: '2026-07-04', ...fileRules(reflex, 'liste-a') },
    );
    expect(profile?.files).toBeUndefined();
  });
});
