import type { Journal } from '../../domain/journal/journal.ts';
import type { Accounts, Invitations, Structures } from '../../domain/structure/structures.ts';

export interface StructuresParts {
  readonly structures: Structures;
  readonly accounts: Accounts;
  readonly invitations: Invitations;
  readonly journal: Pick<Journal, 'append'>;
  readonly timeZone: string;
  readonly now: () => string;
  /** A random UUID: a new form's. */
  readonly operation: () => string;
  /** 32 hexadecimal digits, the same for the same values. */
  readonly hash: (values: readonly string[]) => string;
}
