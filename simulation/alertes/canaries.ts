import type { CreatedStructure } from './create-structures.ts';

/** What tells whose data something is, wherever it turns up: words, numbers and ids that no other structure has. */
export interface Canaries {
  readonly structure: CreatedStructure;
  /** In every text written about its members; small letters. */
  readonly word: string;
  /** In the name of the structure itself, which general administrators see. */
  readonly sign: string;
  /** Three digits after 06 12. */
  readonly phone: string;
}

const letters = [
  'alpha',
  'bravo',
  'delta',
  'golfe',
  'hotel',
  'lima',
  'mike',
  'oscar',
  'papa',
  'romeo',
  'sierra',
  'tango',
];

export function wordsOf(rank: number): Pick<Canaries, 'word' | 'sign' | 'phone'> {
  const letter = letters[rank];
  if (letter === undefined) throw new Error(`structure ${rank}: there are words for ${letters.length}`);
  return { word: `zyq${letter}`, sign: `enseigne${letter}`, phone: String(100 + rank) };
}

/** What of a structure is in a text: nothing, or the word found. Accents, capitals and the blanks of numbers do not hide it. */
export function foundOf(
  { structure, word, sign, phone }: Canaries,
  text: string,
  least: 'members' | 'all',
): string | undefined {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const gap = '[\\s.\u00a0\u202f]?';
  const number = new RegExp(`(?:\\+33|%2b33|0)${gap}6${gap}12${gap}${[...phone].join(gap)}`);
  const marks = least === 'all' ? [word, sign, structure.id] : [word];
  return marks.find((mark) => plain.includes(mark)) ?? number.exec(plain)?.[0];
}
