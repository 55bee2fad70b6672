import { typingErrors } from './likeness.ts';

export type BirthLikeness = 'same' | 'near' | 'different' | 'unknown';

/** Two birth dates: `near` = one mistake of typing apart, day and month swapped, or the wrong century. */
export function compareBirth(a: string | undefined, b: string | undefined): BirthLikeness {
  if (a === undefined || b === undefined) {
    return 'unknown';
  }
  if (a === b) {
    return 'same';
  }
  let differing = 0;
  for (let at = 0; at < a.length; at += 1) {
    differing += a.charCodeAt(at) === b.charCodeAt(at) ? 0 : 1;
  }
  const sameYear = a.startsWith(b.slice(0, 4));
  // Compared by the million: what differs by more than two digits within a year, or across years, is no mistake of typing.
  if (differing > 2 && !sameYear) {
    return 'different';
  }
  const swapped = sameYear && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7);
  // 1 January stands for a day that nobody knew.
  const unknownDay = sameYear && (a.endsWith('-01-01') || b.endsWith('-01-01'));
  return swapped || unknownDay || differing === 1 || typingErrors(a, b) === 1 ? 'near' : 'different';
}

/** Years between two birth dates: a father and a son who share a name are a generation apart. */
export function yearsBetween(a: string, b: string): number {
  return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));
}
