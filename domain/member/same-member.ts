import { comparable } from '../duplicate/comparable-person.ts';
import { comparePeople } from '../duplicate/compare-people.ts';
import { nameWords } from '../duplicate/person-name.ts';
import type { KnownName } from './known-name.ts';

export type NamedPerson = Omit<KnownName, 'memberId' | 'at'>;

/**
 * Whether somebody is a member already: the same names with the same birth date, telephone or e-mail are the same person (`same`). A telephone alone
 * never is: families share it (ALERTES-30). The same names with another birth date, or names that merely look alike, are for a person to decide (`ask`).
 */
export function sameMember(one: NamedPerson, known: NamedPerson): 'same' | 'ask' | 'other' {
  if (joined(one.lastName) === joined(known.lastName) && joined(one.firstName) === joined(known.firstName)) {
    if (one.birthDate !== undefined && known.birthDate !== undefined) {
      return one.birthDate === known.birthDate ? 'same' : 'ask';
    }
    const inCommon =
      (one.phone !== undefined && one.phone === known.phone) || (one.email !== undefined && one.email === known.email);
    return inCommon ? 'same' : 'ask';
  }
  return comparePeople(comparablePerson(one), comparablePerson(known)).answer === 'different' ? 'other' : 'ask';
}

function comparablePerson({ phone, ...person }: NamedPerson) {
  return comparable({ ...person, phones: phone === undefined ? [] : [phone] });
}

function joined(name: string): string {
  return nameWords(name).join('');
}
