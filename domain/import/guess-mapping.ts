import type { FieldDefinition, Mapping } from './field.ts';
import { headingWords } from './heading.ts';

interface Guess<F extends string> {
  readonly column: number;
  readonly field: FieldDefinition<F>;
  /** Words of the column's heading that the field explains, then the share of the heading they are. */
  readonly words: number;
  readonly share: number;
}

/**
 * Which field each column holds, by its heading. The heading that explains most words wins: « téléphone de l'aidant » is the helper's number
 * before it is anyone's. A field that one column only may hold goes to the column it explains best; the others stay unused.
 */
export function guessMapping<F extends string>(
  headings: readonly string[],
  fields: readonly FieldDefinition<F>[],
): Mapping<F> {
  const known = fields.flatMap((field) =>
    [field.label, ...field.headings].map((heading) => ({ field, words: headingWords(heading) })),
  );
  const guesses: Guess<F>[] = [];
  for (const [column, heading] of headings.entries()) {
    const words = headingWords(heading);
    const best = new Map<F, Guess<F>>();
    for (const { field, words: asked } of known) {
      if (asked.length > 0 && asked.every((word) => words.some((given) => same(given, word)))) {
        const guess = { column, field, words: asked.length, share: asked.length / words.length };
        const kept = best.get(field.code);
        if (kept === undefined || kept.words < guess.words) {
          best.set(field.code, guess);
        }
      }
    }
    guesses.push(...best.values());
  }
  guesses.sort((a, b) => b.words * b.share - a.words * a.share || b.words - a.words || a.column - b.column);

  const mapping: (F | undefined)[] = headings.map(() => undefined);
  const taken = new Set<F>();
  const settled = new Set<number>();
  for (const { column, field } of guesses) {
    // The best reading of a column is the only one: what a sharper column already holds is no reason to take a duller reading.
    if (settled.has(column)) {
      continue;
    }
    settled.add(column);
    if (field.several === true || !taken.has(field.code)) {
      mapping[column] = field.code;
      taken.add(field.code);
    }
  }
  return mapping;
}

/** How many fields are recognised: what tells a row of headings from titles and data. */
export function recognised(mapping: Mapping): number {
  return new Set(mapping.filter((field) => field !== undefined)).size;
}

/** « Tél. » and « Téléphones » head a column of telephones. */
function same(given: string, asked: string): boolean {
  return given === asked || given === `${asked}s` || asked === `${given}s`;
}
