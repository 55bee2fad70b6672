import type { CardText } from './card.ts';
import { isSmallWord, rawWords, stemOf } from './french-words.ts';

/** What is searched: a card, or anything told as one. */
export interface Searchable {
  readonly cardId: string;
  readonly text: Pick<CardText, 'title' | 'answer' | 'keywords' | 'checklist'>;
}

/** An index over cards, made once and asked at each key pressed (COMMON-46: under 100 ms for 1 000 cards, in the page itself). */
export interface CardIndex {
  /** Card ids, best first; none for an empty search. */
  search(query: string): readonly string[];
}

/** What a word weighs by where it stands. */
const weights = { title: 8, keywords: 6, checklist: 3, answer: 1 } as const;
/** A word that begins as the last one typed, or that differs by one letter, counts less than the word itself. */
const beginsShare = 0.6;
const nearShare = 0.4;
const nearLetters = 5;

/**
 * Full-text search in French, accents and endings aside: a card is ranked by how many of the words it has, then by how rare they are and where they
 * stand. The last word may be unfinished; one wrong, missing, added or swapped letter is forgiven in words of five letters.
 */
export function indexCards(cards: readonly Searchable[]): CardIndex {
  const postings = new Map<string, Map<string, number>>();
  /** Words as they are written, with what they are compared by: a wrong letter is looked for in the word, not in what is left of it. */
  const written = new Map<string, string>();
  for (const { cardId, text } of cards) {
    for (const [place, weight] of Object.entries(weights)) {
      for (const raw of textsOf(text, place).flatMap(rawWords)) {
        if (isSmallWord(raw)) {
          continue;
        }
        const word = written.get(raw) ?? stemOf(raw);
        written.set(raw, word);
        const ofWord = postings.get(word) ?? new Map<string, number>();
        // A word that is repeated does not outweigh one that stands in a better place.
        ofWord.set(cardId, Math.max(ofWord.get(cardId) ?? 0, weight));
        postings.set(word, ofWord);
      }
    }
  }
  const vocabulary = [...postings.keys()];

  function found(raw: string, isLast: boolean): ReadonlyMap<string, number> {
    const stem = stemOf(raw);
    const scores = new Map<string, number>();
    const add = (word: string, share: number) => {
      const ofWord = postings.get(word) ?? new Map<string, number>();
      const rarity = Math.log(1 + cards.length / ofWord.size);
      for (const [cardId, weight] of ofWord) {
        scores.set(cardId, Math.max(scores.get(cardId) ?? 0, weight * rarity * share));
      }
    };
    add(stem, 1);
    if (isLast && raw.length > 1) {
      for (const word of vocabulary) {
        if (word !== stem && (word.startsWith(raw) || word.startsWith(stem))) {
          add(word, beginsShare);
        }
      }
    }
    if (scores.size === 0 && raw.length >= nearLetters) {
      for (const [other, word] of written) {
        if (isNear(other, raw)) {
          add(word, nearShare);
        }
      }
    }
    return scores;
  }

  return {
    search(query) {
      const typed = rawWords(query);
      const useful = typed.filter((word) => !isSmallWord(word));
      // Nothing but small words: they are what was asked.
      const words = [...new Set(useful.length === 0 ? typed : useful)];
      const matched = new Map<string, { words: number; score: number }>();
      for (const word of words) {
        for (const [cardId, score] of found(word, word === typed.at(-1))) {
          const known = matched.get(cardId) ?? { words: 0, score: 0 };
          matched.set(cardId, { words: known.words + 1, score: known.score + score });
        }
      }
      return [...matched]
        .sort(([idA, a], [idB, b]) => b.words - a.words || b.score - a.score || (idA < idB ? -1 : 1))
        .map(([cardId]) => cardId);
    },
  };
}

function textsOf(text: Searchable['text'], place: string): readonly string[] {
  switch (place) {
    case 'title':
      return [text.title];
    case 'keywords':
      return text.keywords;
    case 'checklist':
      return text.checklist;
    default:
      return [text.answer];
  }
}

/** One letter apart: replaced, missing, added, or swapped with its neighbour. The first letter is right. */
function isNear(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) {
    return false;
  }
  let start = 0;
  while (start < a.length && a[start] === b[start]) {
    start += 1;
  }
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
