/** Whether a campaign can be called as promised (REFLEX-31): what `campaignFeasibility` answers, as far as pages show it. Imports nothing. */
export interface ShownFeasibility {
  readonly verdict: 'faisable' | 'infaisable';
  readonly title: string;
  /** One fact each, the gravest first; French. */
  readonly lines: readonly string[];
  /** What would make it feasible, the cheapest first; French. */
  readonly changes: readonly string[];
  readonly loaded: number;
  readonly callable: number;
  /** Complete questionnaires expected at the deadline, and their 95 % interval. */
  readonly expected: { readonly mean: number; readonly low: number; readonly high: number };
  /** People who risk fewer attempts than are owed. */
  readonly atRisk: number;
  /** ISO instants: when people could be called first, by when the first of them is, and from when on nobody is. */
  readonly opensAt: string;
  readonly firstCallBy: string;
  readonly until: string;
}
