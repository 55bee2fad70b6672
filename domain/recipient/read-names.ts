export interface NamesRead {
  readonly lastName: string;
  readonly firstName: string;
  readonly birthName?: string;
  readonly civility?: 'M' | 'MME';
}

const civilities: Readonly<Record<string, 'M' | 'MME'>> = {
  m: 'M',
  mr: 'M',
  monsieur: 'M',
  h: 'M',
  homme: 'M',
  masculin: 'M',
  male: 'M',
  mme: 'MME',
  mlle: 'MME',
  madame: 'MME',
  mademoiselle: 'MME',
  f: 'MME',
  femme: 'MME',
  feminin: 'MME',
  mrs: 'MME',
  ms: 'MME',
  female: 'MME',
};

export const acceptedCivilities = 'M., Mme, Mlle, Monsieur, Madame, H ou F';

export function readCivility(text: string): 'M' | 'MME' | undefined {
  return civilities[
    text
      .normalize('NFKD')
      .replaceAll(/[\p{M}.\s]/gu, '')
      .toLowerCase()
  ];
}

/** « DUPONT née MARTIN » and « DUPONT (MARTIN) » hold two names. « NÉE » alone, between blanks, so that nobody called Née is cut in two. */
export function splitLastName(text: string): { readonly lastName: string; readonly birthName?: string } {
  const match =
    /^(.+?)\s+(?:n[ée]+e?|veuve|vve|[ée]p(?:ouse)?\.?)\s+(.+)$/iu.exec(text) ?? /^(.+?)\s*\((.+)\)$/u.exec(text);
  const [, lastName, birthName] = match ?? [];
  // A wife or widow « épouse » puts the name of use second; both stay searchable, in the order of the file.
  return lastName === undefined || birthName === undefined ? { lastName: text } : { lastName, birthName };
}

/**
 * Last and first name from one cell: after a comma the first name; else words in capitals are the last name, wherever they stand; else the first
 * word is. Undefined when there is a single word.
 */
export function splitFullName(text: string): NamesRead | undefined {
  const [head = '', ...tail] = text.split(' ');
  const civility = tail.length > 1 ? readCivility(head) : undefined;
  const rest = civility === undefined ? text : tail.join(' ');
  const [last, first] = parts(rest);
  return last === '' || first === ''
    ? undefined
    : { ...splitLastName(last), firstName: first, ...(civility && { civility }) };
}

function parts(text: string): readonly [string, string] {
  const comma = text.indexOf(',');
  if (comma > 0) {
    return [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
  }
  const words = text.split(' ');
  const capitals = words.map((word) => /\p{L}{2}/u.test(word) && word === word.toUpperCase());
  const some = capitals.some((one) => one) && capitals.some((one) => !one);
  if (!some) {
    return [words[0] ?? '', words.slice(1).join(' ')];
  }
  // Particles go with the capitals around them: « de LA TOUR », « DUPONT née MARTIN ».
  const from = capitals.indexOf(true);
  const to = capitals.lastIndexOf(true);
  const start = from > 0 && /^(de|du|des|d|la|le|van|von)$/i.test(words[from - 1] ?? '') && from > 1 ? from - 1 : from;
  return [words.slice(start, to + 1).join(' '), [...words.slice(0, start), ...words.slice(to + 1)].join(' ')];
}
