/**
 * The eleven indicators of the contract (ARS-23..33) and the messages, over one set of people. Everything adds up over disjoint sets, so that rates, means
 * and medians are always made of what is here.
 */
export interface DashboardCounts {
  /** ARS-23: people to call, once per moment. */
  readonly due: number;
  /** ARS-24: of these, those for whom nothing was dialled. */
  readonly notDone: number;
  /** Of `due`: their second attempt was carried over from the open day before. */
  readonly carried: number;
  /** ARS-25. */
  readonly attempts: number;
  readonly contacted: number;
  /** ARS-26, -27: conversations and their seconds. */
  readonly talks: number;
  readonly talkSeconds: number;
  /** ARS-28: people, by what told it. */
  readonly vulnerableByCall: number;
  readonly vulnerableByWeb: number;
  readonly vulnerableByList: number;
  /** ARS-28: people referred to a cell that supports isolation, by how they answered. */
  readonly orientedByCall: number;
  readonly orientedByWeb: number;
  /** ARS-29. */
  readonly secondAttempts: number;
  readonly smsReminders: number;
  /** ARS-30: follow-ups stopped before their last moment; calls cut while they went on. */
  readonly abandons: number;
  readonly cut: number;
  /** ARS-31. */
  readonly refusals: number;
  /** ARS-32. */
  readonly notTested: number;
  /** Messages that left: `sms = delivered + failed + without news`. */
  readonly sms: number;
  readonly delivered: number;
  readonly failed: number;
  /** Nobody knows whether they left; not among `sms`. */
  readonly undetermined: number;
  /** Never left: no mobile, stopped, too late, refused by the provider. */
  readonly dropped: number;
  /** Surveys that left, or perhaps left. */
  readonly surveys: number;
}

export interface DashboardFigures extends DashboardCounts {
  /** Seconds between each survey that was answered by web and its answer, unordered. */
  readonly answerDelays: readonly number[];
  /** ARS-33, by code: what is counted, and of how many. */
  readonly extra: Readonly<Record<string, { readonly count: number; readonly of: number }>>;
}

const noCounts: DashboardCounts = {
  due: 0,
  notDone: 0,
  carried: 0,
  attempts: 0,
  contacted: 0,
  talks: 0,
  talkSeconds: 0,
  vulnerableByCall: 0,
  vulnerableByWeb: 0,
  vulnerableByList: 0,
  orientedByCall: 0,
  orientedByWeb: 0,
  secondAttempts: 0,
  smsReminders: 0,
  abandons: 0,
  cut: 0,
  refusals: 0,
  notTested: 0,
  sms: 0,
  delivered: 0,
  failed: 0,
  undetermined: 0,
  dropped: 0,
  surveys: 0,
};

/** Sum over disjoint sets of people, or over days. */
export function addDashboards(all: readonly DashboardFigures[]): DashboardFigures {
  const total: Record<keyof DashboardCounts, number> = { ...noCounts };
  const extra: Record<string, { count: number; of: number }> = {};
  for (const figures of all) {
    for (const key of Object.keys(noCounts) as (keyof DashboardCounts)[]) {
      total[key] += figures[key];
    }
    for (const [code, { count, of }] of Object.entries(figures.extra)) {
      const known = extra[code] ?? { count: 0, of: 0 };
      extra[code] = { count: known.count + count, of: known.of + of };
    }
  }
  return { ...total, answerDelays: all.flatMap(({ answerDelays }) => answerDelays), extra };
}

/** Median of the delays, seconds; absent without any. Of an even number, the lower of the two in the middle. */
export function medianDelay({ answerDelays }: Pick<DashboardFigures, 'answerDelays'>): number | undefined {
  return answerDelays.toSorted((a, b) => a - b)[Math.floor((answerDelays.length - 1) / 2)];
}
