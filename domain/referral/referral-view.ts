import { isDrill } from '../campaign/campaign.ts';
import type { ReferralRules } from './referral-rules.ts';
import { type ReferralState, referralState, severity } from './referral-state.ts';
import type { ReferralItem } from './referrals.ts';

/** A referral as its cell sees it in a list: nothing of who the person is (COMMON-48). */
export interface ReferralView extends Omit<ReferralState, 'running'> {
  readonly referralId: string;
  readonly cell: string;
  /** recipientId. */
  readonly subject: string;
  readonly levelLabel: string;
  readonly riskRank?: number;
  readonly byThirdParty: boolean;
  /** Of an exercise, on invented people. */
  readonly isExercise: boolean;
  /** Highest score of its questionnaires, if any gave one. */
  readonly score?: number;
}

export function referralView({ subject, facts }: ReferralItem, rules: ReferralRules): ReferralView {
  const { running, ...state } = referralState(facts, rules);
  const scores = facts.causes.flatMap(({ score }) => (score === undefined ? [] : [score]));
  return {
    referralId: subject.referralId,
    cell: subject.cell,
    subject: subject.subject,
    ...state,
    levelLabel: rules.levels.find(({ code }) => code === state.level)?.label ?? state.level,
    ...(subject.riskRank === undefined ? {} : { riskRank: subject.riskRank }),
    isExercise: subject.campaign !== undefined && isDrill(subject.campaign),
    byThirdParty: facts.causes.some(({ byThirdParty }) => byThirdParty === true),
    ...(scores.length === 0 ? {} : { score: Math.max(...scores) }),
  };
}

/** The gravest first, then those nobody has taken, then those most at risk (REFLEX-21), then the oldest. */
export function inUrgencyOrder(views: readonly ReferralView[], rules: ReferralRules): readonly ReferralView[] {
  const rank = (view: ReferralView) => [
    severity(view.level, rules),
    view.state === 'new' ? 0 : 1,
    view.riskRank ?? Number.MAX_SAFE_INTEGER,
    Date.parse(view.createdAt),
  ];
  return views.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const at = x.findIndex((one, index) => one !== y[index]);
    return at === -1 ? (a.referralId < b.referralId ? -1 : 1) : (x[at] ?? 0) - (y[at] ?? 0);
  });
}
