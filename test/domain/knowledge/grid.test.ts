import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../../domain/import/raw-row.ts';
import type { Grid, MergedCells } from '../../../domain/knowledge/grid.ts';
import { readGrid } from '../../../domain/knowledge/read-grid.ts';
import { motives } from '../../../programmes/samps/motives.ts';
import { schemes } from '../../../programmes/samps/schemes.ts';

const grid = (lines: readonly (readonly RawCell[])[], merged: readonly MergedCells[] = []): Grid => ({
  rows: lines.map((cells, index) => ({ number: index + 1, cells })),
  merged,
});
const read = (lines: readonly (readonly RawCell[])[], merged?: readonly MergedCells[]) => {
  const reading = readGrid(grid(lines, merged), { schemes, motives });
  if ('refused' in reading) {
    throw new Error(reading.refused);
  }
  return reading;
};
const header = ['N°', 'Aide', 'Motif', 'Question', 'Réponse', 'Mots clefs', 'Pièces à fournir', 'Date de fin'];

describe('SAMPS-20: the grid of the client', () => {
  test('is read under its title lines, columns known by their headings', () => {
    const { cards, faults, notices } = read([
      ['Grille des questions les plus fréquentes – version de juin'],
      header,
      [
        12,
        'Aide médicale',
        'Critères divers',
        'Quelles pièces ?',
        'Voici :\n- une pièce',
        'papiers, justificatifs',
        '- Pièce d’identité\n- Relevé',
        { day: '2025-12-31' },
      ],
    ]);
    expect(faults).toEqual([expect.objectContaining({ row: 3, column: 'Motif', value: 'Critères divers' })]);
    expect(cards).toEqual([]);
    expect(notices).toEqual([]);
    const again = read([
      header,
      [
        'F-12',
        'AIDE MEDICALE',
        'Criteres d’eligibilite et pieces justificatives',
        'Quelles pièces ?',
        'Voici :\n- une pièce',
        'papiers, justificatifs',
        '- Pièce d’identité\n- Relevé',
        { day: '2025-12-31' },
      ],
    ]);
    expect(again.cards).toEqual([
      {
        cardId: 'f-12',
        text: {
          title: 'Quelles pièces ?',
          answer: 'Voici :\n- une pièce',
          scheme: 'AIDE_MEDICALE',
          motive: 'CRITERES_PIECES',
          keywords: ['papiers', 'justificatifs'],
          checklist: ['Pièce d’identité', 'Relevé'],
          dates: [],
          validTo: '2025-12-31',
        },
      },
    ]);
  });

  test('without an answer column is refused whole, naming what was read and what is accepted', () => {
    const reading = readGrid(
      grid([
        ['N°', 'Question', 'Observations'],
        ['1', 'Quand ?', 'à voir'],
      ]),
      { schemes, motives },
    );
    expect(reading).toEqual({
      refused: expect.stringContaining('Aucune colonne « Réponse » (titres acceptés aussi : Réponses,'),
    });
    expect(reading).toEqual({
      refused: expect.stringContaining('Colonnes lues, ligne 1 : « N° », « Question », « Observations ».'),
    });
    expect(readGrid(grid([['bonjour']]), { schemes, motives })).toEqual({
      refused: expect.stringContaining('Aucune ligne de titres'),
    });
  });

  test('with merged cells counts their value for each row, and says which', () => {
    const { cards, notices } = read(
      [
        ['Aide', 'Question', 'Réponse', 'Visa du chef'],
        ['Bourses', 'Quand ?', 'En mars.'],
        [undefined, 'Combien ?', 'Selon le quotient.'],
        [undefined, 'Où ?', 'En ligne.'],
      ],
      [{ fromRow: 2, toRow: 4, fromColumn: 0, toColumn: 0 }],
    );
    expect(cards.map(({ cardId, text }) => [cardId, text.scheme])).toEqual([
      ['quand', 'BOURSES'],
      ['combien', 'BOURSES'],
      ['ou', 'BOURSES'],
    ]);
    expect(notices[0]).toBe(
      'Cellules fusionnées sur plusieurs lignes : A2:A4. Leur valeur compte pour chacune de ces lignes.',
    );
    expect(notices[1]).toContain('« Visa du chef »');
    expect(notices[2]).toContain('Sans colonne « Référence »');
  });

  test('refuses a row that cannot be a card, with its reason, and two rows for one card', () => {
    const { cards, faults } = read([
      ['Réf', 'Question', 'Réponse', 'Aide', 'Date de fin'],
      ['a', 'Sans réponse ?', '', '', ''],
      ['b', 'Aide inconnue ?', 'Oui.', 'Logement', ''],
      ['c', 'Deux fois ?', 'Oui.', '', ''],
      ['C', 'Deux fois aussi ?', 'Non.', '', ''],
      ['d', 'Fin ?', 'Oui.', '', '31/02/2025'],
      ['e', 'Bonne ?', 'Oui.', 'Toutes', ''],
    ]);
    expect(cards.map(({ cardId }) => cardId)).toEqual(['e']);
    expect(faults.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, 'Réponse', 'la réponse manque'],
      [3, 'Aide', 'cette valeur est inconnue'],
      [4, undefined, 'cette fiche est aussi à la ligne 5'],
      [5, undefined, 'cette fiche est aussi à la ligne 4'],
      [6, 'Date de fin', 'ce jour n’existe pas dans le calendrier'],
    ]);
  });

  test('SAMPS-17: holds days of payment, one a line', () => {
    const { cards, faults } = read([
      ['Réf', 'Question', 'Réponse', 'Calendrier'],
      ['v', 'Quand ?', 'Voir les dates.', '25/08/2025 Allocation d’août\n25/07/2025 : Allocation de juillet'],
      ['w', 'Quand ?', 'Voir les dates.', 'fin juillet'],
    ]);
    expect(cards[0]?.text.dates).toEqual([
      { day: '2025-07-25', label: 'Allocation de juillet' },
      { day: '2025-08-25', label: 'Allocation d’août' },
    ]);
    expect(faults).toEqual([expect.objectContaining({ row: 3, value: 'fin juillet' })]);
  });
});
