import { frenchSound } from './french-sound.ts';
import { mainWords, nameWords } from './person-name.ts';

/** What is known of someone who may be someone else, in any programme (COMMON-10). */
export interface PersonFacts {
  readonly lastName: string;
  readonly firstName: string;
  readonly birthName?: string;
  readonly civility?: 'M' | 'MME';
  /** YYYY-MM-DD. */
  readonly birthDate?: string;
  /** E.164, or their keyed hashes: the same for all the people compared. */
  readonly phones: readonly string[];
  readonly email?: string;
  readonly address?: string;
  readonly postcode?: string;
  /** Given by the client's own software, the same person under one only. */
  readonly externalId?: string;
}

export interface ComparableName {
  readonly words: readonly string[];
  /** Without blanks: « Le Goff » is « Legoff ». */
  readonly joined: string;
  readonly main: readonly string[];
  readonly sound: string;
}

/** The same facts, made ready once for many comparisons. */
export interface ComparablePerson {
  readonly last: ComparableName;
  readonly first: ComparableName;
  readonly birth?: ComparableName;
  readonly civility?: 'M' | 'MME';
  readonly birthDate?: string;
  readonly phones: readonly string[];
  readonly email?: string;
  readonly home?: string;
  readonly externalId?: string;
}

export function comparable(facts: PersonFacts): ComparablePerson {
  const { birthName, civility, birthDate, phones, email, externalId } = facts;
  const home = homeOf(facts);
  return {
    last: comparableName(facts.lastName),
    first: comparableName(facts.firstName),
    ...(birthName && { birth: comparableName(birthName) }),
    ...(civility && { civility }),
    ...(birthDate && { birthDate }),
    phones,
    ...(email && { email: email.trim().toLowerCase() }),
    ...(home && { home }),
    ...(externalId && { externalId }),
  };
}

function comparableName(name: string): ComparableName {
  const words = nameWords(name);
  const main = mainWords(words);
  return { words, joined: words.join(''), main, sound: main.map(frenchSound).join('') };
}

/** Number and street: « 12, rue de la Paix » and « 12 r. de la paix » agree. */
function homeOf({ address, postcode = '' }: PersonFacts): string | undefined {
  if (address === undefined) {
    return undefined;
  }
  const words = mainWords(nameWords(address)).filter(
    (word) =>
      !/^(rue|r|avenue|av|ave|boulevard|bd|bld|blvd|place|pl|allee|chemin|impasse|imp|bis|ter|[a-d]|bat|esc|etage|appt|apt)$/.test(
        word,
      ),
  );
  const number = words.find((word) => /^\d+$/.test(word));
  const street = words.filter((word) => /^\p{L}{3,}$/u.test(word)).slice(0, 2);
  return number === undefined || street.length === 0 ? undefined : `${number} ${street.join(' ')} ${postcode}`.trim();
}
