import { comparable } from '../duplicate/comparable-person.ts';
import { comparePeople } from '../duplicate/compare-people.ts';
import { findPairs } from '../duplicate/find-pairs.ts';
import type { Fault } from '../import/fault.ts';
import { type IdentityKeys, identityKeys, type KeyedHash } from './identity-keys.ts';
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

interface Group {
  rows: number[];
  profile: RecipientProfile;
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
  const mergedInto = new Map<number, number>();
  const rootOf = (index: number): number => {
    const next = mergedInto.get(index);
    return next === undefined ? index : rootOf(next);
  };
  const comparables = groups.map(({ profile }) =>
    comparable({ ...profile, phones: profile.phones.map(({ e164 }) => e164) }),
  );
  for (const { a, b, answer, reasons } of findPairs(comparables)) {
    const [one, other] = [groups[a], groups[b]];
    if (one === undefined || other === undefined) {
      continue;
    }
    const ids = [one, other].map(({ profile }) => identityKeys(programme, profile, hash).exact[0] ?? '').sort();
    const id = ids.join('-');
    // Two identifiers of the client are two people for the client, until someone says otherwise.
    const apart = one.profile.externalId !== undefined && other.profile.externalId !== undefined;
    const doubtful = answer === 'maybe' || apart;
    if (decisions[id] === 'same' || (!doubtful && decisions[id] !== 'different')) {
      const [from, to] = [rootOf(b), rootOf(a)].sort((x, y) => y - x);
      if (from !== undefined && to !== undefined && from !== to) {
        mergedInto.set(from, to);
      }
    } else if (decisions[id] === undefined) {
      pairs.push({
        id,
        rows: [one.rows[0] ?? 0, other.rows[0] ?? 0],
        names: [nameOf(one.profile), nameOf(other.profile)],
        reasons,
      });
    }
  }
  for (const index of [...mergedInto.keys()].sort((x, y) => x - y)) {
    const [part, whole] = [groups[index], groups[rootOf(index)]];
    if (part !== undefined && whole !== undefined) {
      whole.rows.push(...part.rows);
      whole.profile = completedProfile(whole.profile, part.profile);
    }
  }
  const people = groups
    .filter((_, index) => !mergedInto.has(index))
    .map(({ rows, profile }) => ({ rows, profile, keys: identityKeys(programme, profile, hash) }));
  return { people, pairs, faults };
}

/** Last name in capitals, as registers write it (COMMON-60). */
export function nameOf({ lastName, firstName }: RecipientProfile): string {
  return `${lastName.toLocaleUpperCase('fr')} ${firstName}`;
}

function exactGroups(programme: string, read: readonly ReadRecipient[], hash: KeyedHash, faults: Fault[]): Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  for (const { row, profile } of read) {
    if (profile === undefined) {
      continue;
    }
    const { exact } = identityKeys(programme, profile, hash);
    const known = exact.map((key) => byKey.get(key)).find((group) => group !== undefined);
    if (known === undefined) {
      const group = { rows: [row], profile };
      groups.push(group);
      for (const key of exact) {
        byKey.set(key, group);
      }
    } else if (different(known.profile, profile)) {
      faults.push({
        row,
        ...(profile.externalId !== undefined && { value: profile.externalId }),
        reason: `cet identifiant est déjà celui d’une autre personne, ligne ${known.rows[0]}`,
        accepted: 'un identifiant par personne',
        effect: 'row-refused',
      });
    } else {
      known.rows.push(row);
      known.profile = completedProfile(known.profile, profile);
    }
  }
  return groups;
}

/** Two rows under one identifier that nothing else brings together. */
function different(a: RecipientProfile, b: RecipientProfile): boolean {
  const [one, other] = [a, b].map((profile) =>
    comparable({ ...profile, phones: profile.phones.map(({ e164 }) => e164) }),
  );
  return one !== undefined && other !== undefined && comparePeople(one, other).answer !== 'same';
}
