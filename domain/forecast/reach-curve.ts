import { logGamma } from './log-gamma.ts';

/**
 * How hard people are to reach: chances differ from one person to another (Beta), from one group to another, and from one part of the day to
 * another. One average chance for everyone promises 8 to 10 points too many (docs/requirements.md, REFLEX-31).
 */
export interface ReachCurve {
  readonly groups: readonly ReachGroup[];
  /** People of past cycles it was measured on: the fewer, the wider the interval. */
  readonly evidencePeople: number;
}

/** People alike, called in the order of the groups when promises are equal. */
export interface ReachGroup {
  /** French, e.g. « 85 ans et plus ». */
  readonly label: string;
  /** Share of the list; they add up to 1. */
  readonly share: number;
  /** A person's chance that one attempt gives a complete questionnaire is drawn once from Beta(alpha, beta). */
  readonly alpha: number;
  readonly beta: number;
  /** What an attempt in this part of the day is worth, in attempts of a mean one; 1 when absent. */
  readonly dayParts: Readonly<Record<string, number>>;
  /** Share of attempts without a complete questionnaire after which nobody tries again: refusals, deaths, absences. */
  readonly stopShare: number;
}

type Beta = Pick<ReachGroup, 'alpha' | 'beta'>;

/** Share of a group still without a complete questionnaire after attempts worth `weight` mean ones: B(α, β + w) ÷ B(α, β). */
export function unreachedShare({ alpha, beta }: Beta, weight: number): number {
  return Math.exp(logGamma(beta + weight) + logGamma(alpha + beta) - logGamma(beta) - logGamma(alpha + beta + weight));
}

/** Chance of the next attempt, worth `weight`, for who was not reached by attempts worth `before`: they were the harder ones. */
export function nextChance(group: Beta, before: number, weight: number): number {
  return 1 - unreachedShare(group, before + weight) / unreachedShare(group, before);
}

/** Throws naming what is wrong. */
export function checkReachCurve({ groups, evidencePeople }: ReachCurve): void {
  const total = groups.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-6) {
    throw new Error(`Shares of the reach curve add up to ${total}; accepted: 1`);
  }
  for (const { label, alpha, beta, share, stopShare } of groups) {
    if (!(alpha > 0 && beta > 0 && share >= 0 && stopShare >= 0 && stopShare < 1)) {
      throw new Error(
        `Group "${label}" has Beta(${alpha}, ${beta}), share ${share}, stops ${stopShare}; accepted: alpha, beta > 0, share ≥ 0, 0 ≤ stops < 1`,
      );
    }
  }
  if (!(evidencePeople > 0)) {
    throw new Error(`A reach curve measured on ${evidencePeople} people; accepted: above 0`);
  }
}
