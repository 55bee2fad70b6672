/** Words that are in every card and tell none from another. */
const stopWords = new Set(
  'a ai au aux avec ce ces cet cette comment dans de des du elle en est et eu faut il ils j je l la le les leur lui m ma mais me mes mon n ne nos notre nous on ou par pas pour qu que quel quelle quelles quels qui quoi s sa se ses si son sont sur t ta te tes ton tu un une vos votre vous y c d'.split(
    ' ',
  ),
);

/**
 * Endings, longest first, with what stays in their place and how many letters must come before. Enough to bring « versement », « versée » and
 * « verser » together; a word that stays alone only costs a search by another word.
 */
const endings: readonly (readonly [ending: string, left: string, before: number])[] = [
  ['issements', '', 3],
  ['issement', '', 3],
  ['ellements', 'el', 3],
  ['ellement', 'el', 3],
  ['ibilites', 'ibl', 2],
  ['ibilite', 'ibl', 2],
  ['abilites', 'abl', 2],
  ['abilite', 'abl', 2],
  ['iements', 'y', 2],
  ['iement', 'y', 2],
  ['ications', 'ifi', 3],
  ['ication', 'ifi', 3],
  ['ements', '', 3],
  ['ement', '', 3],
  ['ations', '', 3],
  ['ation', '', 3],
  ['itions', '', 3],
  ['ition', '', 3],
  ['ateurs', '', 3],
  ['ateur', '', 3],
  ['atrice', '', 3],
  ['antes', '', 4],
  ['ante', '', 4],
  ['ants', '', 4],
  ['ant', '', 4],
  ['ives', '', 4],
  ['ive', '', 4],
  ['ifs', '', 4],
  ['if', '', 4],
  ['ieres', '', 3],
  ['iere', '', 3],
  ['iers', '', 3],
  ['ier', '', 3],
  ['ibles', 'ibl', 2],
  ['ables', 'abl', 2],
  ['ions', '', 4],
  ['ion', '', 4],
  ['ees', '', 3],
  ['ers', '', 3],
  ['er', '', 3],
  ['ez', '', 3],
  ['ee', '', 3],
  ['es', '', 3],
  ['eaux', 'eau', 2],
  ['aux', 'al', 3],
  ['e', '', 3],
  ['s', '', 3],
  ['x', '', 3],
];

/** Words of a text as a search compares them: without accents, case, signs, small words and endings; in order, as often as they come. */
export function wordsOf(text: string): readonly string[] {
  return rawWords(text)
    .filter((word) => !isSmallWord(word))
    .map(stemOf);
}

/** Whether a word, given without accents and in small letters, tells nothing. */
export function isSmallWord(word: string): boolean {
  return stopWords.has(word);
}

/** Words without accents, case and signs; elided letters (l’, d’, qu’) are words of their own. */
export function rawWords(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What is the same in all forms of a word given without accents and in small letters. */
export function stemOf(word: string): string {
  for (const [ending, left, before] of endings) {
    if (word.length - ending.length >= before && word.endsWith(ending)) {
      const stem = word.slice(0, word.length - ending.length) + left;
      return shortened(stem);
    }
  }
  return shortened(word);
}

/** A last vowel that some forms keep (« renouvelé », « reçus », « refus » beside « refuse »), and a doubled last consonant. */
function shortened(stem: string): string {
  const bare = stem.replace(/(?<=...)[eiu]s?$/, '');
  return bare.length > 3 ? bare.replace(/([bcdfglmnprst])\1$/, '$1') : bare;
}
