import type { CampaignType } from '../campaign/campaign-type.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { RegisterRules } from '../recipient/register-rules.ts';
import type { ReferralRules } from '../referral/referral-rules.ts';
import type { RenewalRule } from '../renewal/renewal-rules.ts';
import type { CallScript } from '../script/call-script.ts';

/** What a programme that calls people on its own account has beside. */
export interface OutboundContent {
  readonly campaignTypes: readonly CampaignType[];
  readonly questionnaires: readonly Questionnaire[];
  /** Absent where nobody is referred to cells: then nothing of referrals is deployed. */
  readonly referralRules?: ReferralRules;
  /** What agents follow where there is no questionnaire (SAMPS-31). */
  readonly scripts?: readonly CallScript[];
  /** When files are to be renewed (SAMPS-33): lists of people are then lists of files. */
  readonly renewals?: readonly RenewalRule[];
  /** Absent where nobody registers for their age. */
  readonly registerRules?: RegisterRules;
}
