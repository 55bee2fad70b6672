import type { ComparablePerson } from '../duplicate/comparable-person.ts';
import { comparePeople } from '../duplicate/compare-people.ts';
import { findPairs } from '../duplicate/find-pairs.ts';
import type { Fault } from '../import/fault.ts';
import { comparableRecipient, type IdentityKeys, identityKeys, type KeyedHash } from './identity-keys.ts';
import { completedProfile } from './merge-profile.ts';
import type { RecipientProfile } from './profile.ts';
import type { ReadRecipient } from './read-recipient.ts';

/** A person of a list: one row, or several that are theirs. */
export interface ListedPerson {
  /** Row kept, then those of the same person. */
  readonly rows: readonly number[];
  readonly profile: RecipientProfile;
  readonly keys: IdentityKeys;
}

/** Two people of a list who may be one: for a person to decide. `id` names the pair at every reading of the same list. */
export interface DoubtfulPair {
  readonly id: string;
  readonly rows: readonly [number, number];
  readonly names: readonly [string, string];
  readonly reasons: readonly string[];
}

/** What was decided of doubtful pairs, by id. */
export type Decisions = Readonly<Record<string, 'same' | 'different'>>;

export interface GroupedRows {
  readonly people: readonly ListedPerson[];
  readonly pairs: readonly DoubtfulPair[];
  readonly faults: readonly Fault[];
}

/** Keys kept of one person, however many rows they are on. */
const mostKeys = 6;

interface Group {
  readonly rows: number[];
  profile: RecipientProfile;
  readonly person: ComparablePerson;
  keys: IdentityKeys;
}

/** Gathers the rows of a list by person: same keys, then the engine for duplicates, then what a person decided of its doubts. */
export function groupRows(
  programme: string,
  read: readonly ReadRecipient[],
  hash: KeyedHash,
  decisions: Decisions,
): GroupedRows {
  const faults: Fault[] = [];
  const groups = exactGroups(programme, read, hash, faults);
  const pairs: DoubtfulPair[] = [];
  const mergedInto = new Map<Group, Group>();
  const rootOf = (group: Group): Group => {
    const next = mergedInto.get(group);
    return next === undefined ? group : rootOf(next);
  };
  for (const { a, b, answer, reasons } of findPairs(groups.map(({ person }) => person))) {
    const [one, other] = [groups[a], groups[b]];
    if (one === undefined || other === undefined) {
      continue;
    }
    const id = [one, other]
      .map(({ keys }) => keys.exact[0] ?? '')
      .sort()
      .join('-');
    // Two identifiers of the client are two people for the client, until someone says otherwise.
    const apart = one.person.externalId !== undefined && other.person.externalId !== undefined;
    const doubtful = answer === 'maybe' || apart;
    if (decisions[id] === 'same' || (!doubtful && decisions[id] !== 'different')) {
      const [whole, part] = [rootOf(one), rootOf(other)].sort((x, y) => firstRow(x) - firstRow(y));
      if (part !== undefined && whole !== undefined && part !== whole) {
        mergedInto.set(part, whole);
        absorb(whole, part.rows, part.profile, part.keys);
      }
    } else if (decisions[id] === undefined) {
      const names = [nameOf(one.profile), nameOf(other.profile)] as const;
      pairs.push({ id, rows: [firstRow(one), firstRow(other)], names, reasons });
    }
  }
  return { people: groups.filter((group) => !mergedInto.has(group)), pairs, faults };
}

/** Last name in capitals, as registers write it (COMMON-60). */
export function nameOf({ lastName, firstName }: RecipientProfile): string {
  return `${lastName.toLocaleUpperCase('fr')} ${firstName}`;
}

function exactGroups(
  programme: string,
  read: readonly ReadRecipient[],
  hash: KeyedHash,
  faults: Fault[],
): readonly Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  for (const { row, profile } of read) {
    if (profile === undefined) {
      continue;
    }
    const person = comparableRecipient(profile);
    const keys = identityKeys(programme, profile, hash, person);
    const known = keys.exact.map((key) => byKey.get(key)).find((group) => group !== undefined);
    if (known === undefined) {
      const group = { rows: [row], profile, person, keys };
      groups.push(group);
      for (const key of keys.exact) {
        byKey.set(key, group);
      }
    } else if (comparePeople(known.person, person).answer !== 'same') {
      // One identifier, and nothing else that brings the two together.
      faults.push({
        row,
        ...(profile.externalId !== undefined && { value: profile.externalId }),
        reason: `cet identifiant est déjà celui d’une autre personne, ligne ${firstRow(known)}`,
        accepted: 'un identifiant par personne',
        effect: 'row-refused',
      });
    } else {
      absorb(known, [row], profile, keys);
    }
  }
  return groups;
}

/** The rows and keys of a person go to the group that was there first. */
function absorb(group: Group, rows: readonly number[], profile: RecipientProfile, keys: IdentityKeys): void {
  group.rows.push(...rows);
  group.profile = completedProfile(group.profile, profile);
  group.keys = {
    exact: [...new Set([...group.keys.exact, ...keys.exact])].slice(0, mostKeys),
    alike: [...new Set([...group.keys.alike, ...keys.alike])].slice(0, mostKeys),
  };
}

function firstRow({ rows: [row = 0] }: Group): number {
  return row;
}
