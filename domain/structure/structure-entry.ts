import type { EntryBase } from '../journal/entry.ts';
import type { StructureRole } from './structure.ts';

/** Who gave whom access to a structure, or took it away: ids only (COMMON-17). `id` is `access#<what>#<its version>`, or begins with `structure#`. */
export interface StructureEntry extends EntryBase {
  readonly kind: 'structure';
  readonly structure: string;
  /** User name. */
  readonly by: string;
  readonly change:
    | { readonly type: 'created' | 'renamed' }
    | { readonly type: 'access-created'; readonly userName: string; readonly role: StructureRole }
    | { readonly type: 'access-disabled' | 'access-enabled'; readonly userName: string };
}
