import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../../domain/message/segments.ts';
import { placeText } from '../../../domain/place/place-text.ts';
import { placesNear } from '../../../domain/place/places-near.ts';
import { readPlaces } from '../../../domain/place/read-places.ts';
import { places as directory } from '../../../programmes/samps/places.ts';

const near = (commune: string) => {
  const found = placesNear(directory, commune);
  if ('fault' in found) {
    throw new Error(found.fault);
  }
  return found.places;
};

describe('SAMPS-22: public places by commune', () => {
  test('those of Bourail come before those of Nouméa for Bourail, nearest first', () => {
    const found = near('Bourail');
    const rank = (commune: string) => found.findIndex((one) => one.commune === commune);
    expect(found.slice(0, 2).map(({ commune, kilometres }) => [commune, kilometres])).toEqual([
      ['Bourail', 0],
      ['Bourail', 0],
    ]);
    expect(rank('La Foa')).toBeLessThan(rank('Boulouparis'));
    expect(rank('Boulouparis')).toBeLessThan(rank('Nouméa'));
    const kilometres = found.map((one) => one.kilometres);
    expect(kilometres).toEqual(kilometres.toSorted((a, b) => a - b));
    // Some 160 km by the road.
    expect(found.find(({ commune }) => commune === 'Nouméa')?.kilometres).toBeGreaterThan(100);
  });

  test('the commune is known by its name or a part of it, however typed', () => {
    expect(near('noumea')[0]?.commune).toBe('Nouméa');
    expect(near('le Mont Dore')[0]?.commune).toBe('Mont-Dore');
    expect(near('Kunié')[0]?.commune).toBe('Île des Pins');
    expect(near('Foa')[0]?.commune).toBe('La Foa');
    expect(placesNear(directory, 'Koné')).toEqual({ fault: expect.stringContaining('« Koné » est inconnue') });
  });

  test('each can be sent in one segment, whatever its name', () => {
    for (const { text } of near('Nouméa')) {
      expect(segmentsOf(text)).toMatchObject({ encoding: 'GSM-7', parts: 1 });
    }
    const [place] = directory.places;
    expect(place && placeText(place)).toBe(
      'DPASS, accueil du SAMPS, 5 rue Galliéni, Nouméa. Tel 20 44 00. lun-ven 7h30-15h30.',
    );
    const long = {
      id: 'x',
      name: 'Œuvre – « maison » '.repeat(12),
      commune: 'Yaté',
      address: '',
      phone: '1',
      hours: '',
      services: [],
    };
    expect(segmentsOf(placeText(long)).parts).toBe(1);
  });

  test('SAMPS-20: are read from the client’s table, merged communes and all', () => {
    const rows = [
      ['Commune', 'Nom du lieu', 'Adresse', 'Tél.', 'Ouverture'],
      ['Bourail', 'Dispensaire', '1 rue', 445566, 'lun-ven'],
      [undefined, 'Mairie', '2 rue', '44 55 67', ''],
      ['Koné', 'Antenne', '3 rue', '44 55 68', ''],
      ['Thio', '', '4 rue', '44 55 69', ''],
    ].map((cells, index) => ({ number: index + 1, cells }));
    const read = readPlaces(
      { rows, merged: [{ fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 }] },
      directory.communes,
    );
    expect(read).toMatchObject({
      places: [
        { id: 'dispensaire-bourail', commune: 'Bourail', phone: '445566' },
        { id: 'mairie-bourail', commune: 'Bourail' },
      ],
      faults: [
        { row: 4, column: 'Commune', value: 'Koné' },
        { row: 5, column: 'Nom du lieu' },
      ],
      notices: [expect.stringContaining('A2:A3')],
    });
    expect(readPlaces({ rows: rows.slice(1), merged: [] }, directory.communes)).toEqual({
      refused: expect.stringContaining('« Commune »'),
    });
  });
});
