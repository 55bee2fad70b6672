import type { EntryBase } from '../journal/entry.ts';

/**
 * Somebody looked a file up in the client's software (SAMPS-28): who, when, which file, and during which contact. Filed before the file is asked for, so
 * that nobody is shown one that is not written down. `id` is `lookup#<commandId>`.
 */
export interface LookupEntry extends EntryBase {
  readonly kind: 'lookup';
  /** User name. */
  readonly agent: string;
  /** Reference of the file in that software. */
  readonly file: string;
  readonly contactId: string;
}
