import type { ConsentLedger } from '../../domain/consent/consent-ledger.ts';
import type { Content } from '../../domain/content/content.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { Member } from '../../domain/member/member.ts';
import type { MemberFileSection, MemberWorkbook } from '../../domain/member/member-file.ts';
import type { MemberStore } from '../../domain/member/member-store.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import type { StaffNames } from '../middleware/staff-names.ts';
import type { StructureVisitor } from '../middleware/structure-visitor.ts';

export interface MembersParts {
  readonly members: (scope: StructureScope) => MemberStore;
  readonly consents: ConsentLedger;
  readonly journal: Pick<Journal, 'append'>;
  readonly content: Content;
  readonly staff: StaffNames;
  readonly timeZone: string;
  readonly country: 'NC' | 'FR';
  readonly workbook: MemberWorkbook;
  /** What else is kept of members by who they are: each forgets, or tells. */
  readonly elsewhere: readonly ((scope: StructureScope) => MemberElsewhere)[];
  readonly now: () => string;
  /** Name of one opening of a form. */
  readonly operation: () => string;
  readonly hash: (value: unknown) => string;
  readonly wait: (ms: number) => Promise<void>;
}

/** Another store of a structure that keeps something of members. */
export interface MemberElsewhere {
  forget(memberId: string): Promise<void>;
  /** For the file of what is kept of them; nothing of whom it keeps nothing. */
  tell?(member: Member): Promise<readonly MemberFileSection[]>;
}

/** One request of somebody of a structure. */
export interface MembersRequest extends MembersParts {
  readonly visitor: StructureVisitor;
  readonly store: MemberStore;
  /** ISO instant of the request, and its local day. */
  readonly at: string;
  readonly today: string;
}
