import { describe, expect, test } from 'vitest';
import { guessMapping } from '../../../domain/import/guess-mapping.ts';
import type { RawCell } from '../../../domain/import/raw-row.ts';
import { commitImport } from '../../../domain/recipient/commit-import.ts';
import { summaryOf } from '../../../domain/recipient/import-summary.ts';
import { planImport } from '../../../domain/recipient/plan-import.ts';
import { readRecipient } from '../../../domain/recipient/read-recipient.ts';
import { recipientFields } from '../../../domain/recipient/recipient-fields.ts';
import { keyedHash, memoryRegister } from '../../support/calls/memory-register.ts';

const headings = [
  'Identifiant',
  'Nom',
  'Prénom',
  'Né le',
  'Téléphone',
  'Adresse',
  'Code postal',
  'Vit seul',
  'Audition',
  'Inscrit le',
];
const mapping = guessMapping(headings, recipientFields);
const at = '2026-06-20T08:00:00.000Z';
type Row = readonly RawCell[];
/** Three people, each told by something else. */
const list: readonly Row[] = [
  ['R1', 'MARTIN', 'Jeanne', '12/03/1938', '01 42 34 56 78', '3 rue du Bac', '75007', 'oui'],
  [undefined, 'LEFÈVRE', 'Éloïse', '01/12/1931', '06 12 34 56 78'],
  ['R3', 'WAMYTAN', 'Jean', '06/06/1950', '+687 25 12 34'],
];

function centre() {
  const { register, profiles, people, kept } = memoryRegister();
  let imports = 0;
  const plan = async (
    rows: readonly Row[],
    decisions: Record<string, 'same' | 'different'> = {},
    importId = `i${imports}`,
  ) => {
    const read = rows.map((cells, index) =>
      readRecipient({ number: index + 2, cells }, headings, mapping, {
        country: 'FR',
        ageFrom: 65,
        today: at.slice(0, 10),
      }),
    );
    const departures = new Map((await register.departures('p')).map((one) => [one.recipientId, one.at.slice(0, 10)]));
    return planImport(read, {
      programme: 'p',
      importId,
      at,
      hash: keyedHash,
      decisions,
      entries: await register.entries('p'),
      departures,
      reveal: (ids) => profiles.reveal('p', ids),
    });
  };
  return {
    register,
    profiles,
    people,
    kept,
    plan,
    async preview(rows: readonly Row[], decisions: Record<string, 'same' | 'different'> = {}) {
      return summaryOf(await plan(rows, decisions), rows.length);
    },
    async bring(rows: readonly Row[], decisions: Record<string, 'same' | 'different'> = {}) {
      imports += 1;
      const made = await plan(rows, decisions);
      await commitImport('p', `i${imports}`, made, { register, profiles, people, progress: async () => {} });
      return summaryOf(made, rows.length);
    },
    async lines() {
      const lines = [];
      for await (const line of register.inForce('p', at)) {
        lines.push(line);
      }
      return lines;
    },
  };
}
const counts = ({ created, changed, unchanged }: { created: number; changed: number; unchanged: number }) => [
  created,
  changed,
  unchanged,
];

describe('REFLEX-23: importing a list', () => {
  test('a preview changes nothing; the commit registers everybody; the same list again changes nothing', async () => {
    const { bring, preview, lines } = centre();
    expect(counts(await preview(list))).toEqual([3, 0, 0]);
    expect(await lines()).toEqual([]);
    expect(counts(await bring(list))).toEqual([3, 0, 0]);
    expect(await lines()).toHaveLength(3);
    expect(counts(await bring(list))).toEqual([0, 0, 3]);
    expect(counts(await bring([...list].reverse()))).toEqual([0, 0, 3]);
    expect(await lines()).toHaveLength(3);
  });

  test('the same person under the same id whatever was reformatted: case, accents, date and number', async () => {
    const { bring, lines } = centre();
    await bring(list);
    const before = (await lines()).map(({ recipientId }) => recipientId);
    const again = await bring([
      ['r1', 'martin', 'jeanne', 13951, 142345678],
      [undefined, 'Lefevre', 'Eloise', '1931-12-01', '+33 6 12 34 56 78'],
      ['R3', 'Jean', 'Wamytan', '06/06/1950', '687251234'],
    ]);
    expect(again.created).toBe(0);
    expect((await lines()).map(({ recipientId }) => recipientId)).toEqual(before);
  });

  test('changes what the list says anew, and keeps what it no longer says', async () => {
    const { bring, kept, lines } = centre();
    await bring(list);
    expect(counts(await bring([['R1', 'MARTIN', 'Jeanne', '12/03/1938', '01 98 76 54 32']]))).toEqual([0, 1, 0]);
    const [jeanne] = [...kept.values()].map(({ profile }) => profile).filter(({ externalId }) => externalId === 'R1');
    expect(jeanne).toMatchObject({ phones: [{ e164: '+33198765432' }], address: '3 rue du Bac', livesAlone: true });
    expect(await lines()).toHaveLength(3);
  });

  test('REFLEX-24: a number corrected during a call outlives a list that still has the old one', async () => {
    const { bring, kept, profiles } = centre();
    await bring(list);
    const [id, before] = [...kept].find(([, { profile }]) => profile.externalId === 'R1') ?? ['', undefined];
    if (before === undefined) throw new Error('R1 was not registered');
    const phones = [{ e164: '+33155667788', kind: 'fixed' as const }];
    const correction = { field: 'phones', before: before.profile.phones, after: phones, at, by: 'awa' } as const;
    await profiles.save('p', new Map([[id, { profile: { ...before.profile, phones }, corrections: [correction] }]]));
    expect(counts(await bring(list))).toEqual([0, 0, 3]);
    await bring([['R1', 'MARTIN', 'Jeanne', '12/03/1938', '01 42 34 56 78', '9 rue Neuve', '75007', 'oui']]);
    expect(kept.get(id)?.profile).toMatchObject({ phones, address: '9 rue Neuve' });
    await bring([['R1', 'MARTIN', 'Jeanne', '12/03/1938', '01 11 22 33 44', '9 rue Neuve', '75007', 'oui']]);
    expect(kept.get(id)?.profile.phones[0]?.e164).toBe('+33111223344');
  });

  test('one person on two rows is registered once, with the numbers of both', async () => {
    const { bring, kept, lines } = centre();
    const { repeated, created } = await bring([
      ...list,
      [undefined, 'LEFEVRE', 'ELOISE', '01/12/1931', '01 40 50 60 70'],
      [undefined, 'DUPOND', 'René', '31/01/1934', '01 44 39 40 41'],
      [undefined, 'DUPONT', 'René', '31/01/1934', '01 44 39 40 41'],
    ]);
    expect(created).toBe(4);
    expect(repeated.map(({ row, of }) => [row, of])).toEqual([
      [5, 3],
      [7, 6],
    ]);
    expect(await lines()).toHaveLength(4);
    const [eloise] = [...kept.values()].filter(({ profile }) => profile.firstName === 'Éloïse');
    expect(eloise?.profile.phones.map(({ e164 }) => e164)).toEqual(['+33612345678', '+33140506070']);
  });

  test('who may be one person is left to a person: two until then, one or two by decision', async () => {
    const homonyms: readonly Row[] = [
      [undefined, 'GAUTIER', 'Robert', '12/02/1934', '01 49 84 85 86'],
      [undefined, 'GAUTIER', 'Robert', '12/02/1943', '01 40 00 00 01'],
    ];
    const { preview } = centre();
    const { pairs, created } = await preview(homonyms);
    expect(created).toBe(2);
    expect(pairs).toEqual([expect.objectContaining({ rows: [2, 3], names: ['GAUTIER Robert', 'GAUTIER Robert'] })]);
    expect(pairs[0]?.reasons).toContain('dates de naissance proches');
    const id = pairs[0]?.id ?? '';
    expect(await preview(homonyms, { [id]: 'same' })).toMatchObject({
      created: 1,
      pairs: [],
      repeated: [{ row: 3, of: 2 }],
    });
    expect(await preview(homonyms, { [id]: 'different' })).toMatchObject({ created: 2, pairs: [] });
  });

  test('so for someone who may be registered already', async () => {
    const { bring, preview } = centre();
    await bring([[undefined, 'GAUTIER', 'Robert', '12/02/1934', '01 49 84 85 86']]);
    const again: readonly Row[] = [[undefined, 'GAUTIER', 'Robert', '12/02/1943', '01 40 00 00 01']];
    const [pair] = (await preview(again)).pairs;
    expect(pair).toMatchObject({ rows: [2, 0] });
    expect(counts(await preview(again, { [pair?.id ?? '']: 'same' }))).toEqual([0, 1, 0]);
    expect(counts(await bring(again, { [pair?.id ?? '']: 'different' }))).toEqual([1, 0, 0]);
    expect((await preview(again)).pairs).toEqual([]);
  });

  test('two identifiers of the client are two people until someone says otherwise; one identifier is not two people', async () => {
    const { preview } = centre();
    const two = await preview([
      ['R1', 'MARTIN', 'Jeanne', '12/03/1938'],
      ['R2', 'MARTIN', 'Jeanne', '12/03/1938', '0142345678'],
    ]);
    expect(two.created + two.repeated.length).toBe(2);
    const { faults, refused, created } = await preview([
      ['R1', 'MARTIN', 'Jeanne', '12/03/1938'],
      ['R1', 'KERJEAN', 'Anatole', '07/03/1941'],
    ]);
    expect([created, refused]).toEqual([1, 1]);
    expect(faults[0]).toMatchObject({ row: 3, value: 'R1', effect: 'row-refused' });
    expect(faults[0]?.reason).toContain('ligne 2');
  });

  test('REFLEX-23: people without a usable number are registered and listed; a shared number is listed', async () => {
    const { bring, lines } = centre();
    const { withoutNumber, sharedNumbers, faults } = await bring([
      [undefined, 'BRUN', 'Lucie', '02/02/1930', '25 12 34'],
      [undefined, 'NOIR', 'Paul', '02/02/1931'],
      [undefined, 'PETIT', 'Anne', '02/02/1932', '01 42 34 56 78'],
      [undefined, 'PETIT', 'Louis', '02/02/1929', '0142345678'],
    ]);
    expect(withoutNumber).toEqual([
      { row: 2, name: 'BRUN Lucie' },
      { row: 3, name: 'NOIR Paul' },
    ]);
    expect(faults).toEqual([
      expect.objectContaining({ row: 2, column: 'Téléphone', value: '25 12 34', effect: 'value-left-out' }),
    ]);
    expect(sharedNumbers).toEqual([
      {
        number: '+33142345678',
        people: [
          { row: 4, name: 'PETIT Anne' },
          { row: 5, name: 'PETIT Louis' },
        ],
      },
    ]);
    expect((await lines()).filter(({ numberKeys }) => numberKeys.length === 0)).toHaveLength(2);
  });

  test('REFLEX-25: who left is not brought back by an old list, and is by a registration of after', async () => {
    const { bring, register, lines, preview } = centre();
    await bring(list);
    const [gone] = await lines();
    const recipientId = gone?.recipientId ?? '';
    await register.leave('p', { recipientId, why: 'asked', at: '2026-06-19T10:00:00.000Z', by: 'marie' });
    expect(await register.removed('p', recipientId)).toBe(true);
    expect((await lines()).map((line) => line.recipientId)).not.toContain(recipientId);
    const again = await bring(list);
    expect(again.left).toHaveLength(1);
    expect(await lines()).toHaveLength(2);
    const dated = (day: string): readonly Row[] =>
      list.map((row) => [...row, ...Array.from<undefined>({ length: 9 - row.length }), day]);
    expect((await preview(dated('18/06/2026'))).left).toHaveLength(1);
    const back = await bring(dated('20/06/2026'));
    expect([back.left.length, back.created]).toEqual([0, 1]);
    expect(await lines()).toHaveLength(3);
    expect(counts(await bring(dated('20/06/2026')))).toEqual([0, 0, 3]);
  });

  test('a commit that crashed is run again: nobody twice, nobody missing', async () => {
    const many: Row[] = Array.from({ length: 450 }, (_, index) => [
      `R${index}`,
      `NOM${index}`,
      'Anne',
      '01/02/1930',
      `01 42 ${String(100_000 + index).replace(/(..)(..)(..)/, '$1 $2 $3')}`,
    ]);
    const { plan, register, profiles, people, lines, preview } = centre();
    const made = await plan(many, {}, 'i7');
    const crash = async (done: number) => {
      if (done >= 400) throw new Error('crash');
    };
    await expect(commitImport('p', 'i7', made, { register, profiles, people, progress: crash })).rejects.toThrow(
      'crash',
    );
    expect(await lines()).toHaveLength(400);
    await commitImport('p', 'i7', await plan(many, {}, 'i7'), { register, profiles, people, progress: async () => {} });
    expect(await lines()).toHaveLength(450);
    expect(counts(await preview(many))).toEqual([0, 0, 450]);
    // Whoever calls has the line's key, and finds the number behind it.
    const keys = (await lines()).flatMap(({ numberKeys }) => numberKeys);
    const numbers = await Promise.all(keys.map((key) => people.reveal('p', key)));
    expect(new Set(numbers.map((found) => found?.e164)).size).toBe(450);
  });
});

describe('REFLEX-08, A-13: what the register keeps of a person', () => {
  test('coarse facts and keyed hashes, never a name, a number or an address', async () => {
    const { bring, register } = centre();
    await bring(list);
    const text = JSON.stringify(await register.entries('p'));
    for (const secret of ['MARTIN', 'Jeanne', '42345678', 'Bac', '1938-03', 'R1"']) {
      expect(text).not.toContain(secret);
    }
  });

  test('the most fragile come first: age, alone', async () => {
    const { bring, lines } = centre();
    await bring([
      [undefined, 'A', 'Aa', '01/01/1928', '0142345601', '', '75013', 'oui'],
      [undefined, 'B', 'Bb', '01/01/1928', '0142345602', '', '75116', 'non'],
      [undefined, 'C', 'Cc', '01/01/1955', '0142345603'],
      [undefined, 'D', 'Dd', undefined, '0142345604'],
    ]);
    const ordered = (await lines()).sort((a, b) => a.riskRank - b.riskRank);
    expect(ordered.map(({ ageBand, sector }) => [ageBand, sector])).toEqual([
      ['95-99', '75013'],
      ['95-99', '75016'],
      ['70-74', 'unknown'],
      ['unknown', 'unknown'],
    ]);
    expect(ordered.every(({ riskRank }) => Number.isInteger(riskRank) && riskRank >= 0)).toBe(true);
  });

  test('a deaf person is never put in a voice attempt, and is listed', async () => {
    const { bring, lines } = centre();
    const { otherwise } = await bring([
      [undefined, 'SOURDE', 'Anna', '01/01/1940', '0142345605', '', '', '', 'sourde'],
    ]);
    expect(otherwise).toEqual([{ row: 2, name: 'SOURDE Anna' }]);
    expect((await lines())[0]?.channel).toBe('other');
  });
});
