import { septets } from './gsm7.ts';

/** What a text takes on its way. Units are septets, or UTF-16 code units. */
export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly units: number;
  readonly parts: number;
  /** Units that are still free in the last part. */
  readonly left: number;
  /** Characters that GSM-7 does not have, each once, in order: why the whole text is UCS-2. */
  readonly foreign: readonly string[];
}

/** Units of a text of one part, and of each part of a longer one (COMMON-33). */
const capacity = { 'GSM-7': { alone: 160, joined: 153 }, 'UCS-2': { alone: 70, joined: 67 } } as const;

/**
 * Encoding and parts of a text as it is sent (COMMON-33): one character that GSM-7 lacks turns all of it to UCS-2. Parts are packed greedily, since
 * neither an escape of GSM-7 nor a surrogate pair is cut in two.
 */
export function segmentsOf(text: string): Segments {
  const characters = [...text];
  const foreign = [...new Set(characters.filter((character) => septets(character) === undefined))];
  const encoding = foreign.length === 0 ? 'GSM-7' : 'UCS-2';
  const sizes = characters.map((character) => (encoding === 'GSM-7' ? (septets(character) ?? 1) : character.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, joined } = capacity[encoding];
  if (units <= alone) {
    return { encoding, units, parts: units === 0 ? 0 : 1, left: alone - units, foreign };
  }
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > joined) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return { encoding, units, parts, left: joined - used, foreign };
}
