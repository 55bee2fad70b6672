import type { EntryBase } from '../journal/entry.ts';
import type { Departure } from './recipient-register.ts';

/** The register changed (REFLEX-23, REFLEX-25): ids and counts only. `id` is `register#<type>#<recipientId or importId>`. */
export interface RegisterChangeEntry extends EntryBase {
  readonly kind: 'register';
  /** User name. */
  readonly by: string;
  readonly change: /** Not dialled from then on. */
    | { readonly type: 'departed'; readonly recipientId: string; readonly why: Departure['why'] }
    | { readonly type: 'imported'; readonly importId: string; readonly created: number; readonly changed: number }
    | { readonly type: 'import-undone'; readonly importId: string };
}

export function registerChange(
  { programme, day, time }: Pick<EntryBase, 'programme' | 'day' | 'time'>,
  by: string,
  change: RegisterChangeEntry['change'],
): RegisterChangeEntry {
  const subject = change.type === 'departed' ? change.recipientId : change.importId;
  return { kind: 'register', programme, day, time, id: `register#${change.type}#${subject}`, by, change };
}
