import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { ReferralNotices } from './referral-notices.ts';
import type { ReferralRules } from './referral-rules.ts';
import type { Referrals } from './referrals.ts';

export interface ReferralPorts {
  readonly referrals: Referrals;
  readonly journal: Pick<Journal, 'append'>;
  readonly content: Content;
  readonly notices: ReferralNotices;
  /** Address of the page where a cell finds its referrals. */
  readonly pageOf: (programme: string, cell: string) => string;
}

/** What decisions about a referral are taken from, at one instant. */
export interface ReferralContext {
  readonly programme: string;
  /** ISO instant UTC with milliseconds. */
  readonly at: string;
  readonly rules: ReferralRules;
  readonly timeZone: string;
  readonly pageOf: ReferralPorts['pageOf'];
}

export async function referralContext(
  programme: string,
  at: string,
  { content, pageOf }: Pick<ReferralPorts, 'content' | 'pageOf'>,
): Promise<ReferralContext> {
  const [rules, { timeZone }] = await Promise.all([
    content.inForce(programme, 'referralRules', at),
    content.inForce(programme, 'calendar', at),
  ]);
  return { programme, at, rules, timeZone, pageOf };
}
