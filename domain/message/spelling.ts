import { septets } from './gsm7.ts';

/** One character that costs a part, and what could stand for it. */
export interface Spelling {
  readonly character: string;
  readonly replacement: string;
  readonly times: number;
}

/** What no decomposition gives. */
const signs: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '‑': '-',
  '•': '-',
  œ: 'oe',
  Œ: 'Oe',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
  '°': 'o',
};

/** Replacements to offer for the characters that GSM-7 lacks (COMMON-33): never made silently. A character without one stays. */
export function spellings(text: string): readonly Spelling[] {
  const counts = new Map<string, number>();
  for (const character of text.normalize('NFC')) {
    if (septets(character) === undefined) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([character, times]) => {
    const replacement = plain(character);
    return replacement === undefined ? [] : [{ character, replacement, times }];
  });
}

/** The text with all the replacements that there are. Spaces inside French quotation marks go with them. */
export function respelt(text: string): string {
  const tight = text
    .normalize('NFC')
    .replaceAll(/«[\s\u00A0\u202F]*/gu, '«')
    .replaceAll(/[\s\u00A0\u202F]*»/gu, '»');
  return [...tight].map((one) => (septets(one) === undefined ? (plain(one) ?? one) : one)).join('');
}

function plain(character: string): string | undefined {
  const sign = signs[character];
  if (sign !== undefined) {
    return sign;
  }
  const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return bare !== '' && [...bare].every((one) => septets(one) !== undefined) ? bare : undefined;
}
