import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PersonFacts } from '../domain/duplicate/comparable-person.ts';

export interface LabelledPair {
  readonly label: 'same' | 'different';
  /** What makes the pair hard: twins, inversion, kanak… */
  readonly kind: string;
  readonly a: PersonFacts;
  readonly b: PersonFacts;
}

const file = resolve(import.meta.dirname, 'labelled-pairs.csv');

/** The 200 pairs of COMMON-10, labelled by hand before the rules were tuned: metropolitan, Kanak, Wallisian and Polynesian names, all invented. */
export function labelledPairs(): readonly LabelledPair[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [label, kind = '', ...cells] = line.split(';');
    if ((label !== 'same' && label !== 'different') || cells.length !== 16) {
      throw new Error(`"${line}" is no labelled pair; accepted: same or different, a kind, and twice eight cells`);
    }
    return { label, kind, a: person(cells.slice(0, 8)), b: person(cells.slice(8)) };
  });
}

function person([
  lastName = '',
  firstName = '',
  maiden,
  civility,
  birthDate,
  phone,
  address,
  postcode,
]: string[]): PersonFacts {
  return {
    lastName,
    firstName,
    ...(maiden && { birthName: maiden }),
    ...((civility === 'M' || civility === 'MME') && { civility }),
    ...(birthDate && { birthDate }),
    phones: phone ? [phone] : [],
    ...(address && { address }),
    ...(postcode && { postcode }),
  };
}
