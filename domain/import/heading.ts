/** Words that say nothing of what a column holds. */
const smallWords = new Set('a au aux d de des du en et l la le les n of or ou s sur the un une'.split(' '));

/** Words of a heading, without accents, case, signs and small words: « N° de téléphone (fixe) » gives telephone, fixe. */
export function headingWords(heading: string): readonly string[] {
  return heading
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !smallWords.has(word));
}

/** The same for every file with the same columns in the same order, however they are typed. Mappings are remembered under it. */
export function headerSignature(headings: readonly string[]): string {
  return headings.map((heading) => headingWords(heading).join(' ')).join('|');
}
