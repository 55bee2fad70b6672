import type { EntryBase } from '../journal/entry.ts';

/** An agent opened a card during a contact (SAMPS-21): what the person may have been told. `id` is `card#<contactId>#<cardId>@<version>`. */
export interface CardEntry extends EntryBase {
  readonly kind: 'card';
  readonly contactId: string;
  readonly cardId: string;
  readonly version: number;
  readonly agent: string;
}
