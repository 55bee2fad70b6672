import type { ComparablePerson } from './comparable-person.ts';
import { type BirthLikeness, compareBirth, yearsBetween } from './compare-birth.ts';
import { best, compareNames, genderedPair, type NameLikeness } from './compare-names.ts';

/** `maybe` is for a person to decide. Reasons are French, for whoever decides. */
export interface DuplicateAnswer {
  readonly answer: 'same' | 'maybe' | 'different';
  readonly reasons: readonly string[];
}

interface Likeness {
  readonly last: NameLikeness;
  readonly first: NameLikeness;
  readonly inverted: boolean;
  readonly married: boolean;
  readonly birth: BirthLikeness;
  /** Telephone, e-mail or home in common: families share them, so they only ever confirm. */
  readonly contact: readonly string[];
  readonly otherGender: boolean;
}

/**
 * Whether two records are of one person (COMMON-10). A telephone in common is never enough: families share a landline, and so do homes for the
 * elderly. Twins differ by their first name, a father and a son of one name by a generation.
 */
export function comparePeople(a: ComparablePerson, b: ComparablePerson): DuplicateAnswer {
  const identified = a.externalId !== undefined && a.externalId === b.externalId;
  const contact = contactOf(a, b);
  const birth = compareBirth(a.birthDate, b.birthDate);
  if (birth === 'different' && contact.length === 0 && !identified) {
    // Most pairs end here, before their names are compared.
    return { answer: 'different', reasons: ['dates de naissance différentes'] };
  }
  const likeness = likenessOf(a, b, birth, contact);
  const reasons = reasonsOf(likeness);
  const generation =
    a.birthDate !== undefined && b.birthDate !== undefined && yearsBetween(a.birthDate, b.birthDate) >= 15;
  if (identified) {
    const nobody = likeness.last === 'other' && likeness.first === 'other' && likeness.birth !== 'same';
    return { answer: nobody ? 'maybe' : 'same', reasons: ['même identifiant', ...reasons] };
  }
  return { answer: verdict(likeness, generation && likeness.birth === 'different'), reasons };
}

function verdict(
  { last, first, birth, contact, married, otherGender }: Likeness,
  generation: boolean,
): DuplicateAnswer['answer'] {
  const shared = contact.length > 0;
  const firstAgrees = first === 'equal' || first === 'part';
  const lastAgrees = last === 'equal' || last === 'part';
  if (otherGender) {
    // René and Renée of one day are twins, or one with a letter forgotten.
    return lastAgrees && first !== 'other' && birth === 'same' ? 'maybe' : 'different';
  }
  if (firstAgrees && lastAgrees) {
    const exact = first === 'equal' && last === 'equal';
    if (birth === 'same') {
      return 'same';
    }
    if (birth === 'near') {
      return shared ? 'same' : exact ? 'maybe' : 'different';
    }
    if (birth === 'unknown') {
      return shared && exact ? 'same' : shared || exact ? 'maybe' : 'different';
    }
    return shared && !generation && exact ? 'maybe' : 'different';
  }
  if (firstAgrees && last === 'typo') {
    return typed(birth, shared, first === 'equal');
  }
  if (lastAgrees && first === 'typo') {
    return typed(birth, shared, last === 'equal');
  }
  if (last === 'typo' && first === 'typo') {
    return birth === 'same' ? (shared ? 'same' : 'maybe') : 'different';
  }
  if (first === 'equal' && birth === 'same') {
    // A name that changed with marriage: the maiden name says so, or else what they keep in common.
    return shared || married ? 'same' : last === 'close' ? 'maybe' : 'different';
  }
  return firstAgrees && birth === 'same' && (shared || last === 'close') ? 'maybe' : 'different';
}

/** One of the two names is mistyped. */
function typed(birth: BirthLikeness, shared: boolean, exact: boolean): DuplicateAnswer['answer'] {
  if (birth === 'same') {
    return shared || exact ? 'same' : 'maybe';
  }
  return shared && birth !== 'different' ? 'maybe' : 'different';
}

function likenessOf(
  a: ComparablePerson,
  b: ComparablePerson,
  birth: BirthLikeness,
  contact: readonly string[],
): Likeness {
  const straight = { last: compareNames(a.last, b.last), first: compareNames(a.first, b.first) };
  const crossed = { last: compareNames(a.last, b.first), first: compareNames(a.first, b.last) };
  const inverted = weight(crossed) > weight(straight) && weight(crossed) >= 5;
  const { last, first } = inverted ? crossed : straight;
  const maiden = best(
    a.birth === undefined ? 'other' : compareNames(a.birth, b.last),
    b.birth === undefined ? 'other' : compareNames(a.last, b.birth),
    a.birth === undefined || b.birth === undefined ? 'other' : compareNames(a.birth, b.birth),
  );
  const married = maiden === 'equal' || maiden === 'part';
  return {
    last: married && last !== 'equal' ? 'part' : last,
    first,
    inverted,
    married: married && last !== 'equal',
    birth,
    contact,
    otherGender:
      (a.civility !== undefined && b.civility !== undefined && a.civility !== b.civility) ||
      (!inverted && genderedPair(a.first, b.first) && (a.civility === undefined || a.civility !== b.civility)),
  };
}

function weight({ last, first }: { readonly last: NameLikeness; readonly first: NameLikeness }): number {
  const points = { equal: 3, part: 2, typo: 2, close: 1, other: 0 };
  return points[last] + points[first];
}

function contactOf(a: ComparablePerson, b: ComparablePerson): readonly string[] {
  return [
    ...(a.phones.some((phone) => b.phones.includes(phone)) ? ['même téléphone'] : []),
    ...(a.email !== undefined && a.email === b.email ? ['même adresse électronique'] : []),
    ...(a.home !== undefined && a.home === b.home ? ['même adresse'] : []),
  ];
}

const nameReasons: Readonly<Record<NameLikeness, string | undefined>> = {
  equal: 'identique',
  part: 'contenu dans l’autre',
  typo: 'à une faute près',
  close: 'proche',
  other: undefined,
};

function reasonsOf({ last, first, inverted, married, birth, contact, otherGender }: Likeness): readonly string[] {
  const births = {
    same: ['même date de naissance'],
    near: ['dates de naissance proches'],
    different: ['dates de naissance différentes'],
    unknown: [],
  };
  const named = (field: string, likeness: NameLikeness) =>
    nameReasons[likeness] === undefined ? [] : [`${field} ${nameReasons[likeness]}`];
  return [
    ...(inverted ? ['nom et prénom inversés'] : []),
    ...(married ? ['nom de naissance'] : named('nom', last)),
    ...named('prénom', first),
    ...births[birth],
    ...contact,
    ...(otherGender ? ['civilités différentes'] : []),
  ];
}
