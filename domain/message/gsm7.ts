/** Characters of one septet (3GPP TS 23.038, default alphabet), without the escape, and those of two: the extension table. */
export const gsmCharacters = {
  basic:
    '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
  extended: '\f^{}\\[~]|€',
} as const;

const basic = new Set(gsmCharacters.basic);
const extended = new Set(gsmCharacters.extended);

/** Septets that a character takes: 1, or 2 of the extension table; undefined when GSM-7 has no such character. */
export function septets(character: string): 1 | 2 | undefined {
  return basic.has(character) ? 1 : extended.has(character) ? 2 : undefined;
}
