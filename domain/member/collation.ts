/** Letters that Unicode does not take apart, by the ones French files them under. */
const unfolded: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
};

/**
 * A name as French lists file it: É is E, and apostrophes (ʻokina too), hyphens and blanks count for nothing, so that « d’Orsay » is under D and « Le Goff »
 * beside « Legoff » (ALERTES-14, COMMON-60).
 */
export function foldName(name: string): string {
  return (
    name
      .normalize('NFKD')
      .toLowerCase()
      // Signs that Unicode counts as letters: the ʻokina and the apostrophes of Polynesian and Kanak names.
      .replaceAll(/[\p{Lm}]|[^\p{L}\p{N}]/gu, '')
      .replaceAll(/[œæøłđðþßı]/g, (letter) => unfolded[letter] ?? letter)
  );
}

/**
 * Where a member stands in the list of their structure: by last name, then first name, then id, so that two pages never show the same member nor miss one.
 * Compared byte by byte; a last name that begins another comes first, since the blank is below every letter.
 */
export function listKey(member: {
  readonly lastName: string;
  readonly firstName: string;
  readonly memberId: string;
}): string {
  return `${foldName(member.lastName)} ${foldName(member.firstName)}#${member.memberId}`;
}

/** Where a member stands among those of their structure by first name, by which some are looked for. */
export function firstNameKey({ lastName, firstName, memberId }: Parameters<typeof listKey>[0]): string {
  return listKey({ lastName: firstName, firstName: lastName, memberId });
}

/** Beyond it, words only narrow down what few answer. */
const mostWords = 5;

/**
 * Beginnings of list keys that what somebody typed may stand for: a last name of one or more words, then the beginning of a first name; or the first name
 * first. None when no letter was typed.
 */
export function searchPrefixes(typed: string): readonly string[] {
  const { whole, splits } = readingsOf(typed);
  const prefixes = [
    whole,
    ...splits.map(([last, first]) => `${last} ${first}`),
    ...splits.map(([first, last]) => `${last} ${first}`),
  ];
  return [...new Set(prefixes)].filter((prefix) => prefix !== '');
}

/** Beginnings of keys by first name that it may stand for: a first name of one or more words, then the beginning of a last name. */
export function firstNamePrefixes(typed: string): readonly string[] {
  const { whole, splits } = readingsOf(typed);
  return [...new Set([whole, ...splits.map(([first, last]) => `${first} ${last}`)])].filter((prefix) => prefix !== '');
}

/** What was typed as one name, and as two, wherever the second may begin. */
function readingsOf(typed: string): {
  readonly whole: string;
  readonly splits: readonly (readonly [string, string])[];
} {
  const words = typed
    .split(/\s+/)
    .filter((word) => foldName(word) !== '')
    .slice(0, mostWords);
  const splits = words.slice(1).map((_, at): readonly [string, string] => {
    const [head, tail] = [words.slice(0, at + 1), words.slice(at + 1)];
    return [foldName(head.join('')), foldName(tail.join(''))];
  });
  return { whole: foldName(words.join('')), splits };
}
