import type { Content } from '../../domain/content/content.ts';
import type { MemberStore } from '../../domain/member/member-store.ts';
import type { MemberImportFiles, MemberImports } from '../../domain/member-import/member-import.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import type { StaffNames } from '../middleware/staff-names.ts';
import type { StructureVisitor } from '../middleware/structure-visitor.ts';

export interface MemberImportParts {
  readonly jobs: (scope: StructureScope) => MemberImports;
  readonly members: (scope: StructureScope) => Pick<MemberStore, 'groups'>;
  readonly files: MemberImportFiles;
  readonly content: Content;
  /** Starts the function that reads and registers. */
  readonly start: (order: { readonly structure: string; readonly importId: string }) => Promise<void>;
  readonly staff: StaffNames;
  readonly publicUrl: string;
  readonly timeZone: string;
  readonly now: () => string;
  /** Eight letters or digits. */
  readonly random: () => string;
}

/** One request of somebody of a structure. */
export interface MemberImportRequest extends MemberImportParts {
  readonly visitor: StructureVisitor;
  readonly own: MemberImports;
}
