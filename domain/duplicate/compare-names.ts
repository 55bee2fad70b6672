import type { ComparableName } from './comparable-person.ts';
import { jaroWinkler, typingErrors } from './likeness.ts';

/**
 * How alike two names are: `equal` but for accents, blanks and particles; `part` = one holds the other (Marie and Marie-Claude, J. and Jean);
 * `typo` = one or two letters apart, or sounding the same; `close` = alike and yet a name of its own; `other`.
 */
export type NameLikeness = 'equal' | 'part' | 'typo' | 'close' | 'other';

const rank: readonly NameLikeness[] = ['equal', 'part', 'typo', 'close', 'other'];

export function compareNames(a: ComparableName, b: ComparableName): NameLikeness {
  if (a.joined === b.joined || a.main.join('') === b.main.join('') || sameWords(a.main, b.main)) {
    return 'equal';
  }
  if (holds(a.main, b.main) || holds(b.main, a.main)) {
    return 'part';
  }
  if (misspelt(a, b) || (a.sound === b.sound && mishearable(a.joined, b.joined))) {
    return 'typo';
  }
  return jaroWinkler(a.joined, b.joined) >= 0.88 ? 'close' : 'other';
}

/** The more alike of two answers. */
export function best(...answers: readonly NameLikeness[]): NameLikeness {
  return rank.find((one) => answers.includes(one)) ?? 'other';
}

/**
 * First names that differ by their gender alone (René and Renée, Daniel and Danielle, Paul and Paule): brother and sister as well as a letter
 * forgotten.
 */
export function genderedPair(a: ComparableName, b: ComparableName): boolean {
  const [short, long] = a.joined.length < b.joined.length ? [a.joined, b.joined] : [b.joined, a.joined];
  const double = short.slice(-1);
  return short !== long && [`${short}e`, `${short}${double}e`, `${short}te`].includes(long);
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 1 && a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** Every word of the smaller is a word of the larger or its initial. */
function holds(large: readonly string[], small: readonly string[]): boolean {
  return (
    small.length > 0 &&
    small.length <= large.length &&
    small.every((word) => large.some((other) => other === word || (word.length === 1 && other.startsWith(word))))
  );
}

/** Word by word where both have as many: Marie-Claude and Marie-Claire are not one name with two letters wrong. */
function misspelt(a: ComparableName, b: ComparableName): boolean {
  const pairs: readonly (readonly [string, string])[] =
    a.words.length === b.words.length
      ? a.words.map((word, index) => [word, b.words[index] ?? ''])
      : [[a.joined, b.joined]];
  return pairs.every(([one, other]) => {
    const errors = typingErrors(one, other);
    const shortest = Math.min(one.length, other.length);
    return errors === 0 || (errors === 1 && shortest >= 4) || (errors === 2 && shortest >= 8);
  });
}

/** Long enough for the same sound to say something, and written alike. */
function mishearable(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 6 && jaroWinkler(a, b) >= 0.85;
}
