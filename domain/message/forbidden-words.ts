/** Words of a text that may not be written, as they stand in it (ARS-02, COMMON-48). A rule that ends with `*` forbids all that begins so. */
export function forbiddenIn(text: string, rules: readonly string[]): readonly string[] {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const found = words.filter((word) =>
    rules.some((rule) => {
      const stem = bare(rule);
      return stem.endsWith('*') ? bare(word).startsWith(stem.slice(0, -1)) : isForm(bare(word), stem);
    }),
  );
  return [...new Set(found)];
}

/** The word itself or its plural. */
function isForm(word: string, rule: string): boolean {
  return word === rule || word === `${rule}s` || word === `${rule}x`;
}

function bare(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
