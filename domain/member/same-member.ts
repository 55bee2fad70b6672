import { type ComparablePerson, comparable } from '../duplicate/comparable-person.ts';
import { comparePeople } from '../duplicate/compare-people.ts';
import type { KnownName } from './known-name.ts';

export type NamedPerson = Omit<KnownName, 'memberId' | 'at'>;

/** The same, made ready once for many comparisons. */
export type PreparedPerson = ComparablePerson;

export function preparedPerson({ lastName, firstName, birthDate, email, phone }: NamedPerson): PreparedPerson {
  return comparable({
    ...{ lastName, firstName, phones: phone === undefined ? [] : [phone] },
    ...(birthDate && { birthDate }),
    ...(email && { email }),
  });
}

/**
 * Whether somebody is a member already: the same names with the same birth date, telephone or e-mail are the same person (`same`). A telephone alone
 * never is: families share it (ALERTES-30). The same names with another birth date, or names that merely look alike, are for a person to decide (`ask`).
 */
export function sameMember(one: PreparedPerson, known: PreparedPerson): 'same' | 'ask' | 'other' {
  if (one.last.joined === known.last.joined && one.first.joined === known.first.joined) {
    if (one.birthDate !== undefined && known.birthDate !== undefined) {
      return one.birthDate === known.birthDate ? 'same' : 'ask';
    }
    const inCommon =
      one.phones.some((phone) => known.phones.includes(phone)) ||
      (one.email !== undefined && one.email === known.email);
    return inCommon ? 'same' : 'ask';
  }
  return comparePeople(one, known).answer === 'different' ? 'other' : 'ask';
}
