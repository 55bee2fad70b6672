import type { Workbook } from 'exceljs';
import type { Fault } from '../../domain/import/fault.ts';
import type { NamedRow } from '../../domain/recipient/import-summary.ts';
import { userText } from './cell-values.ts';
import { addList, type ListColumn } from './list-sheet.ts';
import type { SheetFrame } from './sheet.ts';
import { formats } from './workbook-style.ts';

/** Columns of text of users, and of rows of their file. */
export const textColumn = <T>(header: string, width: number, value: (item: T) => string): ListColumn<T> => ({
  header,
  width,
  format: formats.text,
  value: (item) => userText(value(item)),
});
export const rowColumn = <T>(header: string, value: (item: T) => number): ListColumn<T> => ({
  header,
  width: 9,
  format: formats.count,
  value,
});
export const peopleColumns: readonly ListColumn<NamedRow>[] = [
  rowColumn('Ligne', (one) => one.row),
  textColumn('Personne', 40, (one) => one.name),
];

/** What was wrong in a file, value by value. */
export function addFaults(workbook: Workbook, frame: SheetFrame, faults: readonly Fault[]): void {
  const columns: readonly ListColumn<Fault>[] = [
    rowColumn('Ligne', (fault) => fault.row),
    textColumn('Colonne', 24, (fault) => fault.column ?? 'Toute la ligne'),
    textColumn('Valeur', 28, (fault) => (fault.value === '' ? '(vide)' : (fault.value ?? ''))),
    textColumn('Raison', 48, (fault) => fault.reason),
    textColumn('Formes acceptées', 44, (fault) => fault.accepted),
    textColumn('Conséquence', 26, (fault) =>
      fault.effect === 'row-refused' ? 'Ligne refusée' : 'Valeur laissée de côté',
    ),
  ];
  addList(workbook, 'Erreurs', frame, columns, faults, 'Aucune erreur : toutes les valeurs ont été comprises.');
}
