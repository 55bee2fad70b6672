import { headingWords } from '../import/heading.ts';
import { textOf } from '../import/raw-row.ts';
import { acceptedDays, readDay } from '../import/read-day.ts';
import type { RowCells } from '../import/row-cells.ts';
import type { Programme, SchemeDefinition } from '../programme/programme.ts';
import { renewalDue } from '../renewal/renewal-due.ts';
import type { RenewalRule } from '../renewal/renewal-rules.ts';
import type { PersonFile } from './person-file.ts';
import type { RecipientField } from './recipient-fields.ts';
import type { SubjectKind } from './register.ts';

/** How the files of a list are read: where a programme has renewals, its lists are of files. */
export interface FileRules {
  readonly schemes: readonly SchemeDefinition[];
  readonly renewals: readonly RenewalRule[];
  /** Import that names them. */
  readonly list: string;
}

/** The rules of a programme's lists; none where they are of people alone. */
export function fileRules({ schemes = [], outbound }: Programme, list: string): { readonly files?: FileRules } {
  const { renewals } = outbound ?? {};
  // The last scheme is that of calls which are of none.
  return renewals === undefined ? {} : { files: { schemes: schemes.slice(0, -1), renewals, list } };
}

/** The file of a row (SAMPS-30, SAMPS-33); undefined when its scheme is not known: then the row is refused. */
export function readFile(
  cells: RowCells<RecipientField>,
  { schemes, renewals, list }: FileRules,
): PersonFile | undefined {
  const scheme = schemeOf(cells, schemes);
  if (scheme === undefined) {
    return undefined;
  }
  const missingDocuments = documentsOf(cells);
  const kind = kindOf(cells, missingDocuments);
  const admittedOn = dayOf(cells, 'admittedOn');
  const given = dayOf(cells, 'dueOn');
  const due =
    given ??
    (kind === 'renewal' && admittedOn !== undefined
      ? renewalDue(renewals, { scheme, admittedOn, situations: situationsOf(cells, renewals) })
      : undefined);
  return {
    ...{ scheme, kind, list, missingDocuments },
    ...(admittedOn !== undefined && { admittedOn }),
    ...(due !== undefined && { dueOn: due }),
  };
}

function schemeOf(cells: RowCells<RecipientField>, schemes: readonly SchemeDefinition[]): string | undefined {
  const text = cells.text('scheme') ?? '';
  const words = plain(text);
  const found = schemes.find(
    ({ code, label }) => words !== '' && [plain(code), plain(label), initials(label)].includes(words),
  );
  if (found === undefined) {
    const accepted = schemes.map(({ label }) => label).join(', ');
    cells.fault('scheme', text, 'l’aide est absente ou inconnue', accepted, 'row-refused');
  }
  return found?.code;
}

/** As the column says; without one, a file that lacks documents is incomplete, any other is to be renewed. */
function kindOf(cells: RowCells<RecipientField>, missingDocuments: readonly string[]): SubjectKind {
  const said = cells.coded('subject', readKind, 'à renouveler, incomplet');
  return said ?? (missingDocuments.length > 0 ? 'incomplete' : 'renewal');
}

function readKind(text: string): SubjectKind | undefined {
  const words = plain(text);
  return words.includes('renouvel') ? 'renewal' : /incomplet|manqu|complet/.test(words) ? 'incomplete' : undefined;
}

function documentsOf(cells: RowCells<RecipientField>): readonly string[] {
  const texts = cells.all('missingDocuments').map(({ cell }) => textOf(cell));
  const documents = texts.flatMap((text) => text.split(/[;,\n]/)).map((one) => one.trim());
  return [...new Set(documents.filter((one) => one !== '').map((one) => one.slice(0, 100)))].slice(0, 20);
}

function dayOf(cells: RowCells<RecipientField>, field: 'admittedOn' | 'dueOn'): string | undefined {
  const cell = cells.cell(field);
  if (textOf(cell) === '') {
    return undefined;
  }
  const read = readDay(cell);
  if ('problem' in read) {
    cells.fault(field, textOf(cell), read.problem, acceptedDays);
    return undefined;
  }
  return read.day;
}

/** Codes of the rules that the cells name, in words: « Longue maladie » is `LONGUE_MALADIE`. */
function situationsOf(cells: RowCells<RecipientField>, renewals: readonly RenewalRule[]): readonly string[] {
  const said = cells.all('situation').map(({ cell }) => plain(textOf(cell)));
  const known = renewals.flatMap((rule) => (rule.type === 'term' ? rule.longer : [])).flatMap((one) => one.situations);
  return known.filter((code) => said.some((text) => text.includes(plain(code))));
}

function plain(text: string): string {
  return headingWords(text).join(' ');
}

/** « Aide médicale » is also « AM ». */
function initials(label: string): string {
  return plain(label)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}
