import { describe, expect, test } from 'vitest';
import { guessMapping } from '../../../domain/import/guess-mapping.ts';
import type { RawCell } from '../../../domain/import/raw-row.ts';
import { readRecipient } from '../../../domain/recipient/read-recipient.ts';
import { recipientFields } from '../../../domain/recipient/recipient-fields.ts';

const rules = { country: 'FR', ageFrom: 65, today: '2026-06-20' } as const;
/** Reads one row whose headings are the keys. */
function read(cells: Readonly<Record<string, RawCell>>, more: readonly RawCell[] = []) {
  const headings = Object.keys(cells);
  const mapping = guessMapping(headings, recipientFields);
  return readRecipient({ number: 12, cells: [...Object.values(cells), ...more] }, headings, mapping, rules);
}
const who = { Nom: 'MARTIN', Prénom: 'Jeanne' };

describe('REFLEX-23: a row of a list', () => {
  test('REFLEX-08: becomes a whole profile', () => {
    const { profile, faults } = read({
      Civilité: 'Mme',
      ...who,
      'Nom de naissance': 'DURAND',
      'Né(e) le': '12/03/1938',
      Fixe: '01 42 34 56 78',
      Portable: 612345678,
      Courriel: 'Jeanne@Exemple.fr',
      Adresse: '12 rue de la Paix',
      'Code postal': 75013,
      Ville: 'Paris',
      Digicode: 'A12B puis 2e étage',
      Motif: 'personne âgée et handicap',
      'Mode de contact': 'portable',
      Audition: 'non',
      Aidant: 'Paul MARTIN',
      'Téléphone de l’aidant': '06 98 76 54 32',
      Lien: 'fils',
      'Vit seul(e)': 'Oui',
      Téléalarme: 'non',
      'Date d’inscription': { day: '2026-05-02' },
      'Absent du': '01/08/2026',
      'Absent jusqu’au': '15/08/2026',
      'N° dossier': 'R-0017',
    });
    expect(faults).toEqual([]);
    expect(profile).toEqual({
      lastName: 'MARTIN',
      firstName: 'Jeanne',
      birthName: 'DURAND',
      civility: 'MME',
      birthDate: '1938-03-12',
      // The preferred kind first.
      phones: [
        { e164: '+33612345678', kind: 'mobile' },
        { e164: '+33142345678', kind: 'fixed' },
      ],
      email: 'jeanne@exemple.fr',
      address: '12 rue de la Paix',
      postcode: '75013',
      city: 'Paris',
      accessCode: 'A12B puis 2e étage',
      reasons: ['disability', 'age'],
      preference: 'mobile',
      impairments: [],
      helper: { name: 'Paul MARTIN', phone: '+33698765432', relation: 'fils' },
      livesAlone: true,
      teleAlarm: false,
      registeredOn: '2026-05-02',
      absence: { from: '2026-08-01', until: '2026-08-15' },
      externalId: 'R-0017',
    });
  });

  test('COMMON-28: text that looks like a formula stays a text', () => {
    const formula = '=HYPERLINK("http://malveillant.exemple")';
    expect(read({ ...who, Adresse: formula, Nom: '+MARTIN' }).profile).toMatchObject({
      address: formula,
      lastName: '+MARTIN',
    });
  });

  test.each([
    ['Nom', { Nom: '', Prénom: 'Jeanne' }],
    ['Prénom', { Nom: 'MARTIN', Prénom: '---' }],
  ])('is refused without a usable %s, and says where', (column, cells) => {
    const { profile, faults } = read(cells);
    expect(profile).toBeUndefined();
    expect(faults).toEqual([
      expect.objectContaining({ row: 12, column, effect: 'row-refused', accepted: 'un nom et un prénom' }),
    ]);
  });

  test('is refused when it has more cells than the header: its columns have shifted', () => {
    expect(read(who, ['75013']).faults[0]).toMatchObject({ row: 12, effect: 'row-refused' });
    expect(read(who, [undefined, ' ']).faults).toEqual([]);
  });

  test('leaves out what cannot be read, with the place, the value and what is accepted', () => {
    const { profile, faults } = read({
      ...who,
      'Né(e) le': '31/02/1938',
      Téléphone: '01 42',
      'Code postal': 'ABC',
      'Vit seul(e)': 'parfois',
      Courriel: 'jeanne',
      Ville: '#REF!',
      'Date d’inscription': '01/01/2030',
    });
    expect(profile).toEqual({ lastName: 'MARTIN', firstName: 'Jeanne', phones: [], reasons: [], impairments: [] });
    expect(faults.map(({ column, value, effect }) => [column, value, effect])).toEqual([
      ['Né(e) le', '31/02/1938', 'value-left-out'],
      ['Téléphone', '01 42', 'value-left-out'],
      ['Ville', '#REF!', 'value-left-out'],
      ['Code postal', 'ABC', 'value-left-out'],
      ['Vit seul(e)', 'parfois', 'value-left-out'],
      ['Date d’inscription', '01/01/2030', 'value-left-out'],
      ['Courriel', 'jeanne', 'value-left-out'],
    ]);
    expect(faults.every(({ accepted, reason }) => accepted !== '' && reason !== '')).toBe(true);
  });

  test.each([
    ['DUPONT Marie', 'DUPONT', 'Marie'],
    ['Mme DUPONT Marie-Claude', 'DUPONT', 'Marie-Claude'],
    ['Dupont, Marie Claude', 'Dupont', 'Marie Claude'],
    ['Marie DUPONT', 'DUPONT', 'Marie'],
    ['DE LA TOUR Solange', 'DE LA TOUR', 'Solange'],
    ['dupont marie', 'dupont', 'marie'],
  ])('« %s » is %s, %s', (written, lastName, firstName) => {
    expect(read({ 'Nom et prénom': written }).profile).toMatchObject({ lastName, firstName });
  });

  test.each([
    ['DUPONT née MARTIN', 'DUPONT', 'MARTIN'],
    ['DUPONT (MARTIN)', 'DUPONT', 'MARTIN'],
    ['DUPONT NÉE MARTIN', 'DUPONT', 'MARTIN'],
    ['RENÉE', 'RENÉE', undefined],
    ['DUNÉE', 'DUNÉE', undefined],
  ])('« %s » holds %s and the maiden name %s', (written, lastName, birthName) => {
    const { profile } = read({ ...who, Nom: written });
    expect([profile?.lastName, profile?.birthName]).toEqual([lastName, birthName]);
  });

  test.each<[RawCell, string | undefined]>([
    [75013, '75013'],
    ['13', '75013'],
    ['13e', '75013'],
    ['1er', '75001'],
    ['Paris 13ème arrdt', '75013'],
    [1000, '01000'],
    ['98800', '98800'],
    ['21', undefined],
  ])('arrondissement or postcode %j is %s', (written, postcode) => {
    expect(read({ ...who, 'Code postal': written }).profile?.postcode).toBe(postcode);
  });

  test('takes the arrondissement from the address when no column says it', () => {
    expect(read({ ...who, Adresse: '12 rue de Tolbiac 75013 Paris' }).profile?.postcode).toBe('75013');
    expect(read({ ...who, Ville: 'PARIS 20' }).profile?.postcode).toBe('75020');
  });

  test('REFLEX-07: the age that admits is a parameter', () => {
    const headings = ['Nom', 'Prénom', 'Né(e) le'];
    const mapping = guessMapping(headings, recipientFields);
    const at = (ageFrom: number) =>
      readRecipient({ number: 2, cells: ['A', 'B', '20/06/1956'] }, headings, mapping, { ...rules, ageFrom }).profile
        ?.reasons;
    expect(at(65)).toEqual(['age']);
    expect(at(75)).toEqual([]);
  });

  test('REFLEX-08: who is deaf or asked for a relay says so in many ways', () => {
    expect(read({ ...who, Surdité: 'Oui' }).profile?.impairments).toEqual(['hearing']);
    expect(read({ ...who, Audition: 'malentendante' }).profile?.impairments).toEqual(['hearing']);
    expect(read({ ...who, Déficience: 'sourde et aphasique' }).profile?.impairments).toEqual(['hearing', 'speech']);
    expect(read({ ...who, Préférence: 'SMS / relais' }).profile?.preference).toBe('relay');
    expect(read({ ...who, Préférence: 'mobile ou SMS' }).profile?.preference).toBe('relay');
  });
});
