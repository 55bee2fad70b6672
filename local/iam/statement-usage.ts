/** How often a statement decided. */
export interface StatementCounts {
  /** Requests it allowed, alone or with others. */
  allowed: number;
  /** Requests refused had it not been there. */
  needed: number;
  /** Requests it denied. */
  denied: number;
  /** Requests that needed it, by action: an action never seen may be dropped from the statement. */
  readonly actions: Record<string, number>;
  /** The same by pattern of resource, of a statement that has several. */
  readonly resources: Record<string, number>;
}

export type UsageCounts = Record<string, StatementCounts>;

export function noUse(): StatementCounts {
  return { allowed: 0, needed: 0, denied: 0, actions: {}, resources: {} };
}

/** Adds `more` into `counts`. */
export function addUsage(counts: UsageCounts, more: UsageCounts): void {
  for (const [id, added] of Object.entries(more)) {
    const total = countsOf(counts, id);
    total.allowed += added.allowed;
    total.needed += added.needed;
    total.denied += added.denied;
    addEach(total.actions, added.actions);
    addEach(total.resources, added.resources);
  }
}

export function countsOf(counts: UsageCounts, id: string): StatementCounts {
  counts[id] ??= noUse();
  return counts[id];
}

function addEach(total: Record<string, number>, added: Readonly<Record<string, number>>): void {
  for (const [name, n] of Object.entries(added)) total[name] = (total[name] ?? 0) + n;
}
