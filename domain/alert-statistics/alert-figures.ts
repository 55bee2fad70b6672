import type { JournalEntry } from '../journal/entry.ts';
import { ofKind } from '../journal/of-kind.ts';
import { type CountName, countNames, type SendFact, sendFacts } from './send-facts.ts';

export type SendCounts = Readonly<Record<CountName, number>>;

/** What a structure sent over some days (ALERTES-08). */
export interface AlertFigures {
  readonly total: SendCounts;
  /** By month YYYY-MM, ascending. */
  readonly months: ReadonlyMap<string, SendCounts>;
  /** By group id; a person in two groups counts in both. */
  readonly groups: ReadonlyMap<string, SendCounts>;
  /** By category code. */
  readonly categories: ReadonlyMap<string, SendCounts>;
  /** By band code. */
  readonly bands: ReadonlyMap<string, SendCounts>;
  /** Sendings that left, and those of them that went to most members for a reason (ALERTES-28). */
  readonly alerts: number;
  readonly reasoned: number;
  /** Last known name of each group that was written to. */
  readonly groupNames: ReadonlyMap<string, string>;
}

/** Figures of one structure from its journal: a pure function of it (COMMON-30), in which nobody is named. */
export function alertFigures(entries: readonly JournalEntry[], structure: string): AlertFigures {
  return figuresOf(entries, structure, () => true);
}

/** The same of what left in one month YYYY-MM; entries of other days tell what became of it. */
export function monthFigures(entries: readonly JournalEntry[], structure: string, month: string): AlertFigures {
  return figuresOf(entries, structure, (other) => other === month);
}

function figuresOf(
  entries: readonly JournalEntry[],
  structure: string,
  isCounted: (month: string) => boolean,
): AlertFigures {
  const facts = sendFacts(entries, structure).filter(({ month }) => isCounted(month));
  const decided = ofKind(entries, 'alert');
  const scheduled = decided.flatMap(({ alertId, change }) =>
    change.type === 'scheduled' ? [{ alertId, ...change }] : [],
  );
  const left = new Set(
    decided.flatMap(({ alertId, change, day }) =>
      change.type === 'selected' && isCounted(day.slice(0, 7)) ? [alertId] : [],
    ),
  );
  const reasoned = scheduled.flatMap(({ alertId, reason }) =>
    reason !== undefined && left.has(alertId) ? [alertId] : [],
  );
  const written = new Set(facts.flatMap(({ groups }) => groups));
  return {
    total: sumOf(facts),
    months: sumBy(facts, ({ month }) => [month]),
    groups: sumBy(facts, ({ groups }) => groups),
    categories: sumBy(facts, ({ category }) => [category]),
    bands: sumBy(facts, ({ band }) => [band]),
    alerts: left.size,
    reasoned: new Set(reasoned).size,
    groupNames: new Map(
      scheduled.flatMap(({ groups }) =>
        groups.flatMap(({ groupId, name }) => (written.has(groupId) ? [[groupId, name] as const] : [])),
      ),
    ),
  };
}

function sumBy(
  facts: readonly SendFact[],
  keysOf: (fact: SendFact) => readonly string[],
): ReadonlyMap<string, SendCounts> {
  const groups = new Map<string, SendFact[]>();
  for (const fact of facts) {
    for (const key of new Set(keysOf(fact))) {
      const known = groups.get(key);
      if (known === undefined) {
        groups.set(key, [fact]);
      } else {
        known.push(fact);
      }
    }
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, some]) => [key, sumOf(some)]));
}

function sumOf(facts: readonly SendFact[]): SendCounts {
  const sum = (name: CountName) => facts.reduce((total, { counts }) => total + (counts[name] ?? 0), 0);
  const [sent, delivered, failed, undetermined, skipped, stops, parts] = countNames.map(sum);
  return {
    sent: sent ?? 0,
    delivered: delivered ?? 0,
    failed: failed ?? 0,
    undetermined: undetermined ?? 0,
    skipped: skipped ?? 0,
    stops: stops ?? 0,
    parts: parts ?? 0,
  };
}
