import type { CampaignType } from '../campaign/campaign-type.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { ReferralRules } from '../referral/referral-rules.ts';

/** What a programme that calls people on its own account has beside. */
export interface OutboundContent {
  readonly campaignTypes: readonly CampaignType[];
  readonly questionnaires: readonly Questionnaire[];
  readonly referralRules: ReferralRules;
}
