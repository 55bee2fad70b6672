import { isEmpty, type RawRow } from '../../domain/import/raw-row.ts';
import { FileRefused, type Spreadsheets } from '../../domain/import/spreadsheets.ts';
import { csvRows } from './csv-rows.ts';
import { unpackedBytes } from './unpacked-bytes.ts';
import { damaged, xlsxRows } from './xlsx-rows.ts';

const mostRows = 200_000;
const mostColumns = 500;
/** Some five times what 200 000 rows of a register take. */
const mostUnpacked = 1_000_000_000;

/** Files as people send them: .xlsx by exceljs, loaded when one comes, or text with any separator and encoding. What it is, its first bytes say. */
export function spreadsheets(): Spreadsheets {
  return {
    async *rows(bytes) {
      for await (const row of kindOf(bytes) === 'xlsx' ? xlsxRows(bytes) : csvRows(bytes)) {
        if (row.number > mostRows || row.cells.length > mostColumns) {
          throw new FileRefused(
            `Ce fichier dépasse ${mostRows.toLocaleString('fr-FR')} lignes ou ${mostColumns} colonnes : partagez-le en plusieurs fichiers.`,
          );
        }
        if (!isEmpty(row)) {
          yield withoutLastEmpty(row);
        }
      }
    },
  };
}

function kindOf(bytes: Uint8Array): 'xlsx' | 'text' {
  const head = Buffer.from(bytes.subarray(0, 80)).toString('latin1');
  if (head === '') {
    throw new FileRefused('Ce fichier est vide.');
  }
  if (head.startsWith('PK\u0003\u0004')) {
    if (head.includes('opendocument')) {
      throw new FileRefused('Ce classeur est au format OpenDocument : enregistrez-le au format Excel (.xlsx) ou CSV.');
    }
    const unpacked = unpackedBytes(bytes);
    if (unpacked === undefined) {
      throw new FileRefused(damaged);
    }
    if (unpacked > mostUnpacked) {
      throw new FileRefused(
        'Ce classeur est démesuré une fois décompressé : ne gardez que la feuille de la liste, puis renvoyez-le.',
      );
    }
    return 'xlsx';
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    throw new FileRefused(
      'Ce classeur est d’un ancien format (.xls) ou protégé par un mot de passe : enregistrez-le sans mot de passe au format .xlsx.',
    );
  }
  if (head.startsWith('%PDF')) {
    throw new FileRefused('Ce fichier est un PDF : envoyez le classeur Excel (.xlsx) ou le fichier CSV d’origine.');
  }
  return 'text';
}

function withoutLastEmpty({ number, cells }: RawRow): RawRow {
  return { number, cells: cells.slice(0, cells.findLastIndex((cell) => cell !== undefined) + 1) };
}
