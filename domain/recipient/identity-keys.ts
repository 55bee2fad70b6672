import { type ComparablePerson, comparable } from '../duplicate/comparable-person.ts';
import { blockKeys } from '../duplicate/find-pairs.ts';
import type { RecipientProfile } from './profile.ts';

/** Keyed hash of a text: the same text gives the same hash, and nobody without the key can tell the text. */
export type KeyedHash = (text: string) => string;

export interface IdentityKeys {
  /** A record that shares one of them is the same person's: the client's identifier, then name and birth date. */
  readonly exact: readonly string[];
  /** Records of one person share at least one: who is worth comparing. */
  readonly alike: readonly string[];
}

/**
 * Keys by which a person of a list is recognised at the next (REFLEX-23), hashed, since they are kept beside pseudonyms. Without a birth date the
 * name is told from its homonyms by a number or an address.
 */
export function identityKeys(
  programme: string,
  profile: RecipientProfile,
  hash: KeyedHash,
  person: ComparablePerson = comparableRecipient(profile),
): IdentityKeys {
  const { birthDate, externalId } = profile;
  const name = `${person.last.words.join(' ')}|${person.first.words.join(' ')}`;
  const told = birthDate ?? person.phones[0] ?? person.home ?? '';
  const hashed = (key: string) => hash(`${programme}#${key}`).slice(0, 12);
  return {
    exact: [...(externalId === undefined ? [] : [`id#${externalId.trim().toLowerCase()}`]), `name#${name}|${told}`].map(
      hashed,
    ),
    alike: blockKeys(person).map((key) => hashed(`alike#${key}`)),
  };
}

/** What the engine for duplicates compares of a recipient. */
export function comparableRecipient(profile: RecipientProfile): ComparablePerson {
  return comparable({ ...profile, phones: profile.phones.map(({ e164 }) => e164) });
}
