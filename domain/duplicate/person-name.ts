const particles = new Set('de du des d la le les van von der den ben bin el al y da do dos di del'.split(' '));
const longForms: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte' };

/**
 * Words of a name as they are compared: no accent, case, hyphen nor apostrophe, be it French, Kanak or Polynesian (ʻokina, COMMON-60). Nothing is
 * assumed of how many words a name has.
 */
export function nameWords(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘ʻʼ`´ʹ′]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => longForms[word] ?? word);
}

/** Without particles, unless nothing else is left: « de La Tour » is filed under « tour ». */
export function mainWords(words: readonly string[]): readonly string[] {
  const main = words.filter((word) => !particles.has(word));
  return main.length === 0 ? words : main;
}
