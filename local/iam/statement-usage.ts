/** How often a statement decided. */
export interface StatementCounts {
  /** Requests it allowed, alone or with others. */
  allowed: number;
  /** Requests refused had it not been there. */
  needed: number;
  /** Requests it denied. */
  denied: number;
  /** Requests it allowed, by action: an action never seen may be dropped from the statement. */
  readonly actions: Record<string, number>;
}

export type UsageCounts = Record<string, StatementCounts>;

/** Adds `more` into `counts`. */
export function addUsage(counts: UsageCounts, more: UsageCounts): void {
  for (const [id, added] of Object.entries(more)) {
    const total = countsOf(counts, id);
    total.allowed += added.allowed;
    total.needed += added.needed;
    total.denied += added.denied;
    for (const [action, n] of Object.entries(added.actions)) total.actions[action] = (total.actions[action] ?? 0) + n;
  }
}

export function countsOf(counts: UsageCounts, id: string): StatementCounts {
  counts[id] ??= { allowed: 0, needed: 0, denied: 0, actions: {} };
  return counts[id];
}
