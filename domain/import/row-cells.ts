import type { Fault } from './fault.ts';
import type { Mapping } from './field.ts';
import { type RawCell, type RawRow, textOf } from './raw-row.ts';

const longest = 300;

/** The cells of a row by what they hold, with what was found wrong with them. */
export class RowCells<F extends string> {
  readonly faults: Fault[] = [];
  readonly #row: RawRow;
  readonly #headings: readonly string[];
  readonly #mapping: Mapping<F>;
  readonly #labelOf: (field: F) => string;

  /** `labelOf`: French name of a field, for a fault of a column that the file does not have. */
  constructor(row: RawRow, headings: readonly string[], mapping: Mapping<F>, labelOf: (field: F) => string) {
    this.#row = row;
    this.#headings = headings;
    this.#mapping = mapping;
    this.#labelOf = labelOf;
  }

  /** Every column of a field, in the order of the file. */
  all(field: F): readonly { readonly cell: RawCell; readonly column: number }[] {
    return (columnsOf(this.#mapping).get(field) ?? []).map((column) => ({ cell: this.#value(column), column }));
  }

  cell(field: F): RawCell {
    const [column] = columnsOf(this.#mapping).get(field) ?? [];
    return column === undefined ? undefined : this.#value(column);
  }

  /** Undefined when empty. */
  text(field: F): string | undefined {
    const text = textOf(this.cell(field));
    if (text.length > longest) {
      this.fault(
        field,
        `${text.slice(0, 60)}…`,
        `ce texte a ${text.length} caractères`,
        `au plus ${longest} caractères`,
      );
      return undefined;
    }
    return text === '' ? undefined : text;
  }

  /** What a text means; a fault when it is there and means nothing known. */
  coded<T>(field: F, read: (text: string) => T | undefined, accepted: string): T | undefined {
    const text = this.text(field);
    const value = text === undefined ? undefined : read(text);
    if (text !== undefined && value === undefined) {
      this.fault(field, text, 'cette valeur n’est pas comprise', accepted);
    }
    return value;
  }

  fault(field: F, value: string, reason: string, accepted: string, effect: Fault['effect'] = 'value-left-out'): void {
    const at = this.#mapping.indexOf(field);
    const column = (at === -1 ? undefined : this.#headings[at]) ?? this.#labelOf(field);
    this.faults.push({ row: this.#row.number, column, value, reason, accepted, effect });
  }

  faultAt(column: number, value: string, reason: string, accepted: string): void {
    const heading = this.#headings[column] ?? `Colonne ${column + 1}`;
    this.faults.push({ row: this.#row.number, column: heading, value, reason, accepted, effect: 'value-left-out' });
  }

  /** Whether the row has more cells than there are columns: then which is of which nobody knows, and it is refused. */
  overflow(): boolean {
    const { number: row, cells } = this.#row;
    const over = cells.slice(this.#headings.length).some((cell) => textOf(cell) !== '');
    if (over) {
      const reason = 'la ligne a plus de cellules que l’en-tête de colonnes';
      const accepted = 'une valeur par colonne, entre guillemets si elle contient le séparateur';
      this.faults.push({ row, reason, accepted, effect: 'row-refused' });
    }
    return over;
  }

  labelOf(field: F): string {
    return this.#labelOf(field);
  }

  /** A cell in which the spreadsheet itself failed holds nothing. */
  #value(column: number): RawCell {
    const cell = this.#row.cells[column];
    if (
      typeof cell !== 'string' ||
      !/^#(ERREUR!|N\/A|REF!|VALUE!|VALEUR!|NAME\?|NOM\?|DIV\/0!|NULL!|NUM!|NOMBRE!)$/.test(cell)
    ) {
      return cell;
    }
    if (!this.faults.some(({ column: heading, value }) => heading === this.#headings[column] && value === cell)) {
      this.faultAt(column, cell, 'c’est une erreur du tableur', 'une valeur');
    }
    return undefined;
  }
}

/** Columns of each field, found once a mapping and not once a cell. */
const columns = new WeakMap<Mapping, ReadonlyMap<string, readonly number[]>>();

function columnsOf(mapping: Mapping): ReadonlyMap<string, readonly number[]> {
  const known = columns.get(mapping);
  if (known !== undefined) {
    return known;
  }
  const found = new Map<string, number[]>();
  for (const [column, field] of mapping.entries()) {
    if (field !== undefined) {
      found.set(field, [...(found.get(field) ?? []), column]);
    }
  }
  columns.set(mapping, found);
  return found;
}
