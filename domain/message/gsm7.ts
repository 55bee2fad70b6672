/** Characters of one septet (3GPP TS 23.038, default alphabet), without the escape. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Characters of the extension table: an escape and a septet. */
const extended = new Set('\f^{}\\[~]|€');

/** Septets that a character takes: 1, or 2 of the extension table; undefined when GSM-7 has no such character. */
export function septets(character: string): 1 | 2 | undefined {
  return basic.has(character) ? 1 : extended.has(character) ? 2 : undefined;
}
