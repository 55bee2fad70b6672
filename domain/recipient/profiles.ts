import type { Correction } from './merge-profile.ts';
import type { RecipientProfile } from './profile.ts';

/** What is kept of a person under their own data key. */
export interface KeptProfile {
  readonly profile: RecipientProfile;
  /** Changes made outside imports, oldest first (REFLEX-24). */
  readonly corrections: readonly Correction[];
  /** As it was before the last import that changed it, for that import to be undone. */
  readonly before?: { readonly importId: string; readonly profile: RecipientProfile };
}

/** Port: who recipients are, each under a data key of their own, whose deletion forgets them (design decision 16). */
export interface Profiles {
  /** Writes each, whole; a repeat is a success. */
  save(programme: string, profiles: ReadonlyMap<string, KeptProfile>): Promise<void>;
  /** Those of these ids that are kept; the others are absent. */
  reveal(programme: string, recipientIds: readonly string[]): Promise<ReadonlyMap<string, KeptProfile>>;
  /** Forgets them for good. */
  erase(programme: string, recipientIds: readonly string[]): Promise<void>;
}
