import type { Fault } from '../import/fault.ts';
import { type DoubtfulPair, nameOf } from './group-rows.ts';
import type { ImportPlan, PlannedPerson } from './plan-import.ts';

/** Someone of a list, as lists of people name them. */
export interface NamedRow {
  readonly row: number;
  readonly name: string;
}

/** What an import changes, for whoever decides on it (REFLEX-23). */
export interface ImportSummary {
  /** Rows under the header, empty ones not counted. */
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows refused: nobody was read from them. */
  readonly refused: number;
  /** Rows of someone who is on an earlier row. */
  readonly repeated: readonly { readonly row: number; readonly name: string; readonly of: number }[];
  /** On the list, and gone from the register. */
  readonly left: readonly NamedRow[];
  /** Registered, and cannot be called: no number can be used. */
  readonly withoutNumber: readonly NamedRow[];
  /** Registered, to be met otherwise than by voice (REFLEX-08). */
  readonly otherwise: readonly NamedRow[];
  /** Numbers of several people: families, homes. */
  readonly sharedNumbers: readonly { readonly number: string; readonly people: readonly NamedRow[] }[];
  readonly pairs: readonly DoubtfulPair[];
  readonly faults: readonly Fault[];
}

export function summaryOf(plan: ImportPlan, rows: number): ImportSummary {
  const { people, pairs, faults } = plan;
  const registered = people.filter(({ kind }) => kind !== 'left');
  const count = (kind: PlannedPerson['kind']) => people.filter((person) => person.kind === kind).length;
  return {
    rows,
    created: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: new Set(faults.filter(({ effect }) => effect === 'row-refused').map(({ row }) => row)).size,
    repeated: people.flatMap(({ rows: [of = 0, ...others], profile }) =>
      others.map((row) => ({ row, name: nameOf(profile), of })),
    ),
    left: people.filter(({ kind }) => kind === 'left').map(named),
    withoutNumber: registered.filter(({ profile }) => profile.phones.length === 0).map(named),
    otherwise: registered.filter(({ entry }) => entry.channel === 'other').map(named),
    sharedNumbers: sharedNumbers(registered),
    pairs,
    faults: [...faults].sort((a, b) => a.row - b.row),
  };
}

function sharedNumbers(people: readonly PlannedPerson[]): ImportSummary['sharedNumbers'] {
  const byNumber = new Map<string, PlannedPerson[]>();
  for (const person of people) {
    for (const { e164 } of person.profile.phones) {
      byNumber.set(e164, [...(byNumber.get(e164) ?? []), person]);
    }
  }
  return [...byNumber]
    .filter(([, sharing]) => sharing.length > 1)
    .map(([number, sharing]) => ({ number, people: sharing.map(named) }));
}

function named({ rows, profile }: PlannedPerson): NamedRow {
  return { row: rows[0] ?? 0, name: nameOf(profile) };
}
