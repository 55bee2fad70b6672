import type { MatchingCriteria } from './test-case.ts';

/** How much of the words must be shared to be "similar". The service does not say how it decides: UNCONFIRMED. */
const similarityThreshold = 0.75;

const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const wordsIn = (text: string): readonly string[] =>
  plain(text)
    .split(' ')
    .filter((word) => word !== '');

/** Share of words in common, counting repeats: 1 for the same words, 0 for none. */
const similarity = (one: readonly string[], other: readonly string[]): number => {
  if (one.length + other.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return (2 * common) / (one.length + other.length);
};

/** Case, punctuation and spacing do not count: the service normalises what its voice says. */
export const textMatches = (heard: string, expected: string, criteria: MatchingCriteria): boolean =>
  criteria === 'Inclusion'
    ? plain(heard).includes(plain(expected))
    : similarity(wordsIn(heard), wordsIn(expected)) >= similarityThreshold;
