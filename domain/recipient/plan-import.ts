import { comparePeople } from '../duplicate/compare-people.ts';
import type { Fault } from '../import/fault.ts';
import { type Decisions, type DoubtfulPair, groupRows, type ListedPerson, nameOf } from './group-rows.ts';
import { comparableRecipient, type KeyedHash } from './identity-keys.ts';
import { profileText, updatedProfile } from './merge-profile.ts';
import type { RecipientProfile } from './profile.ts';
import type { KeptProfile } from './profiles.ts';
import type { ReadRecipient } from './read-recipient.ts';
import { coarseFacts, type RegisterEntry } from './register-entry.ts';

/** What an import does with a person of the list. */
export interface PlannedPerson {
  readonly kind: 'new' | 'changed' | 'unchanged' | 'left';
  readonly rows: readonly number[];
  readonly profile: RecipientProfile;
  /** As the register will keep them; of the unchanged and of those who left, as it does. */
  readonly entry: RegisterEntry;
  /** Of the changed: as they were. */
  readonly before?: KeptProfile;
}

export interface ImportPlan {
  readonly people: readonly PlannedPerson[];
  readonly pairs: readonly DoubtfulPair[];
  readonly faults: readonly Fault[];
}

export interface PlanContext {
  readonly programme: string;
  readonly importId: string;
  /** ISO instant from which new people are registered. */
  readonly at: string;
  readonly hash: KeyedHash;
  readonly decisions: Decisions;
  /** Everybody registered, those who left included. */
  readonly entries: readonly RegisterEntry[];
  /** Local day on which people left the register, by recipient. */
  readonly departures: ReadonlyMap<string, string>;
  /** Profiles under their own keys: asked for few, those whom the list seems to change or to resemble. */
  readonly reveal: (recipientIds: readonly string[]) => Promise<ReadonlyMap<string, KeptProfile>>;
}

/** People with whom one row is compared at most: beyond, its keys are those of a switchboard. */
const mostCandidates = 50;

/**
 * What importing a list would change, without changing anything (REFLEX-23). The same list again plans nothing: people are recognised by the client's
 * identifier, else by name and birth date, else by the engine for duplicates. Who left the register is not brought back by an old list, only by a
 * registration of after.
 */
export async function planImport(read: readonly ReadRecipient[], context: PlanContext): Promise<ImportPlan> {
  const { programme, hash, decisions } = context;
  const grouped = groupRows(programme, read, hash, decisions);
  const known = indexOf(context);
  const matches = grouped.people.map((person) => ({
    person,
    listed: hash(profileText(person.profile)).slice(0, 16),
    ...candidatesOf(person, known, hash),
  }));
  const asked = matches.flatMap(({ listed, entry, candidates }) =>
    entry === undefined
      ? candidates.map(({ recipientId }) => recipientId)
      : entry.listed === listed
        ? []
        : [entry.recipientId],
  );
  const revealed = await context.reveal([...new Set(asked)]);
  const pairs: DoubtfulPair[] = [...grouped.pairs];
  const taken = new Set<string>();
  const people = matches.map(({ person, listed, entry, candidates }) => {
    const entryFound = entry ?? lookAlike(person, candidates, revealed, decisions, pairs);
    const found = entryFound === undefined || taken.has(entryFound.recipientId) ? undefined : entryFound;
    if (found !== undefined) {
      taken.add(found.recipientId);
    }
    return planned(person, listed, found, found === undefined ? undefined : revealed.get(found.recipientId), context);
  });
  const settled = new Set(people.flatMap(({ kind, rows }) => (kind === 'new' ? [] : rows)));
  return {
    people,
    // Both registered before, as two people: that was decided then.
    pairs: pairs.filter(({ rows }) => !rows.every((row) => settled.has(row))),
    faults: [...read.flatMap(({ faults }) => faults), ...grouped.faults],
  };
}

function planned(
  { rows, profile, keys }: ListedPerson,
  listed: string,
  found: RegisterEntry | undefined,
  before: KeptProfile | undefined,
  { importId, at, hash, departures }: PlanContext,
): PlannedPerson {
  const left = found === undefined ? undefined : departures.get(found.recipientId);
  const back = left !== undefined && profile.registeredOn !== undefined && profile.registeredOn > left;
  if (found === undefined || back) {
    // Derived, so that a commit that is run again registers the same person once; keyed, so that the id tells nothing.
    const recipientId = hash(`${importId}#recipient#${keys.exact[0]}`);
    const entry = { recipientId, validFrom: at, importId, ...keys, listed, ...coarseFacts(profile, hash) };
    return { kind: 'new', rows, profile, entry };
  }
  if (left !== undefined) {
    return { kind: 'left', rows, profile, entry: found };
  }
  if (found.listed === listed || before === undefined) {
    return { kind: 'unchanged', rows, profile, entry: found };
  }
  const updated = updatedProfile(before.profile, profile, before.corrections);
  if (profileText(updated) === profileText(before.profile)) {
    return { kind: 'unchanged', rows, profile: updated, entry: found };
  }
  const { absence: _past, subjects: _listed, ...kept } = found;
  const entry = {
    ...kept,
    changedBy: importId,
    exact: [...new Set([...keys.exact, ...found.exact])].slice(0, 6),
    alike: keys.alike,
    listed,
    ...coarseFacts(updated, hash),
  };
  return { kind: 'changed', rows, profile: updated, entry, before };
}

interface Known {
  readonly exact: ReadonlyMap<string, RegisterEntry>;
  readonly alike: ReadonlyMap<string, readonly RegisterEntry[]>;
}

function indexOf({ entries: all, departures }: PlanContext): Known {
  // Who registered again after having left is found before who they were.
  const gone = (entry: RegisterEntry) => (departures.has(entry.recipientId) ? 0 : 1);
  const entries = [...all].sort((a, b) => gone(a) - gone(b));
  const alike = new Map<string, RegisterEntry[]>();
  for (const entry of entries) {
    for (const key of [...entry.alike, ...entry.numberKeys]) {
      const sharing = alike.get(key);
      if (sharing === undefined) {
        alike.set(key, [entry]);
      } else {
        sharing.push(entry);
      }
    }
  }
  return { exact: new Map(entries.flatMap((entry) => entry.exact.map((key) => [key, entry] as const))), alike };
}

function candidatesOf({ keys, profile }: ListedPerson, known: Known, hash: KeyedHash) {
  const entry = keys.exact.map((key) => known.exact.get(key)).find((one) => one !== undefined);
  if (entry !== undefined || known.alike.size === 0) {
    return { entry, candidates: [] };
  }
  const shared = [...keys.alike, ...profile.phones.map(({ e164 }) => hash(e164))];
  const candidates = [...new Set(shared.flatMap((key) => known.alike.get(key) ?? []))];
  return { entry, candidates: candidates.slice(0, mostCandidates) };
}

function lookAlike(
  { keys, profile, rows }: ListedPerson,
  candidates: readonly RegisterEntry[],
  revealed: ReadonlyMap<string, KeptProfile>,
  decisions: Decisions,
  pairs: DoubtfulPair[],
): RegisterEntry | undefined {
  const one = candidates.length === 0 ? undefined : comparableRecipient(profile);
  for (const candidate of candidates) {
    const kept = revealed.get(candidate.recipientId)?.profile;
    if (kept === undefined || one === undefined) {
      continue;
    }
    const { answer, reasons } = comparePeople(one, comparableRecipient(kept));
    const id = `${keys.exact[0]}-${candidate.recipientId}`;
    const apart =
      profile.externalId !== undefined && kept.externalId !== undefined && profile.externalId !== kept.externalId;
    if (decisions[id] === 'same' || (answer === 'same' && !apart && decisions[id] !== 'different')) {
      return candidate;
    }
    if (answer !== 'different' && decisions[id] === undefined) {
      pairs.push({ id, rows: [rows[0] ?? 0, 0], names: [nameOf(profile), nameOf(kept)], reasons });
    }
  }
  return undefined;
}
