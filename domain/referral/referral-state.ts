import type { Acknowledgement, Cause, ReferralFacts } from './referral-facts.ts';
import type { ReferralRules } from './referral-rules.ts';

/** What the facts say of a referral as a whole. */
export interface ReferralState {
  readonly state: 'new' | 'acknowledged' | 'closed';
  /** Most severe level of what is not closed; of everything once all is closed. */
  readonly level: string;
  /** Those of the most severe cause first. */
  readonly reasons: readonly string[];
  readonly createdAt: string;
  /** The cause whose clock runs: the most severe that nobody covers yet, the oldest of them. Absent once closed. */
  readonly running?: Cause;
  readonly acknowledged?: { readonly by: string; readonly at: string };
  readonly closed?: { readonly by: string; readonly at: string; readonly outcome: string };
}

/** Throws when there is no cause: a referral exists by its first one. */
export function referralState(facts: ReferralFacts, rules: ReferralRules): ReferralState {
  const causes = bySeverity(facts.causes, rules);
  const oldest = facts.causes.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  const open = uncovered(causes, facts.closings);
  const unacknowledged = uncovered(open, facts.acknowledgements);
  const running = unacknowledged[0] ?? open[0];
  const worst = running ?? causes[0];
  if (worst === undefined || oldest === undefined) {
    throw new Error('A referral has no cause; accepted: at least one');
  }
  const acknowledged = facts.acknowledgements.at(-1);
  const closed = facts.closings.at(-1);
  return {
    state: open.length === 0 ? 'closed' : unacknowledged.length === 0 ? 'acknowledged' : 'new',
    level: open[0]?.level ?? worst.level,
    reasons: [...new Set(causes.flatMap(({ reasons }) => reasons))],
    createdAt: oldest.at,
    ...(running === undefined ? {} : { running }),
    ...(acknowledged === undefined || unacknowledged.length > 0
      ? {}
      : { acknowledged: { by: acknowledged.by, at: acknowledged.at } }),
    ...(closed === undefined || open.length > 0
      ? {}
      : { closed: { by: closed.by, at: closed.at, outcome: closed.outcome } }),
  };
}

/** Rank of a level, 0 = most severe; one that the rules no longer have counts as the most severe. */
export function severity(level: string, { levels }: ReferralRules): number {
  return Math.max(
    0,
    levels.findIndex(({ code }) => code === level),
  );
}

function bySeverity(causes: readonly Cause[], rules: ReferralRules): readonly Cause[] {
  return causes.toSorted(
    (a, b) => severity(a.level, rules) - severity(b.level, rules) || (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1),
  );
}

function uncovered(causes: readonly Cause[], covers: readonly Pick<Acknowledgement, 'causes'>[]): readonly Cause[] {
  const covered = new Set(covers.flatMap((cover) => cover.causes));
  return causes.filter(({ id }) => !covered.has(id));
}
