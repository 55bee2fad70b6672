import type { EntryBase } from '../journal/entry.ts';
import type { RecipientProfile } from './profile.ts';

/** Something of a recipient was found to be otherwise (REFLEX-24). What it was and is are in their profile, under their own key; never here. */
export interface CorrectionEntry extends EntryBase {
  readonly kind: 'correction';
  readonly recipientId: string;
  readonly field: keyof RecipientProfile;
  /** User name. */
  readonly by: string;
}
