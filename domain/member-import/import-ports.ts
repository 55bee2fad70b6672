import type { ConsentBatch } from '../consent/consent-ledger.ts';
import type { Spreadsheets } from '../import/spreadsheets.ts';
import type { Journal } from '../journal/journal.ts';
import type { MemberStore } from '../member/member-store.ts';
import type { StructureScope } from '../structure/structure-scope.ts';
import type { MemberImportFiles, MemberImports, MemberImportWorkbook } from './member-import.ts';

export interface MemberImportPorts {
  readonly jobs: MemberImports;
  readonly files: MemberImportFiles;
  readonly members: MemberStore;
  readonly consents: ConsentBatch;
  readonly journal: Pick<Journal, 'append'>;
  readonly spreadsheets: Spreadsheets;
  readonly workbook: MemberImportWorkbook;
  readonly now: () => string;
  readonly hash: (value: unknown) => string;
}

/** For whom an import is read, and by which rules. */
export interface MemberImportGround {
  readonly scope: StructureScope;
  /** IANA zone of the programme. */
  readonly timeZone: string;
  readonly country: 'NC' | 'FR';
  /** Of the workbook: the programme's title, and the sentence of whoever pays. */
  readonly title: string;
  readonly funding: string;
}

/** Folder of a structure's files. */
export function filesOf({ programme, structure }: StructureScope): string {
  return `${programme}/${structure}`;
}
