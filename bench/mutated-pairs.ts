import type { PersonFacts } from '../domain/duplicate/comparable-person.ts';

type Random = (below: number) => number;
type Mutation = (person: PersonFacts, random: Random) => PersonFacts;

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();

/** A letter added, left out, doubled, replaced or swapped with its neighbour, past the first. */
function mistyped(text: string, random: Random): string {
  const at = 1 + random(Math.max(1, text.length - 2));
  const letter = String.fromCharCode(97 + random(26));
  const [before, here, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  return (
    [
      `${before}${after}`,
      `${before}${here}${here}${after}`,
      `${before}${letter}${after}`,
      `${before}${after.charAt(0)}${here}${after.slice(1)}`,
    ][random(4)] ?? text
  );
}

/** What happens to one person between two lists, none of it taken from the labelled pairs. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'accents, case and hyphens lost': (one) => ({
    ...one,
    lastName: plain(one.lastName).replaceAll('-', ' '),
    firstName: plain(one.firstName).replaceAll('-', ' '),
  }),
  'name inverted': (one) => ({ ...one, lastName: one.firstName, firstName: one.lastName }),
  'last name mistyped': (one, random) => ({ ...one, lastName: mistyped(one.lastName, random) }),
  'first name mistyped': (one, random) => ({ ...one, firstName: mistyped(one.firstName, random) }),
  'a digit of the birth date': (one, random) => ({
    ...one,
    ...(one.birthDate && { birthDate: `${one.birthDate.slice(0, 3)}${random(10)}${one.birthDate.slice(4)}` }),
  }),
  'birth date lost': ({ birthDate: _lost, ...one }) => one,
  'another telephone': (one) => ({ ...one, phones: ['+33199999999'] }),
  'last name mistyped, and moved': ({ address: _lost, ...one }, random) => ({
    ...one,
    lastName: mistyped(one.lastName, random),
    phones: ['+33199999999'],
  }),
  'second name of a compound lost': (one) => ({
    ...one,
    lastName: one.lastName.split('-')[0] ?? one.lastName,
    firstName: one.firstName.split('-')[0] ?? one.firstName,
  }),
  'maiden name, same telephone': (one) => ({ ...one, lastName: 'KERGUELEN' }),
};
