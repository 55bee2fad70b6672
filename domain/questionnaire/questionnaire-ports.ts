import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { CreatedReferral, ReferralOrder } from '../referral/create-referrals.ts';
import type { Comments } from './comments.ts';
import type { QuestionnaireCatalogue } from './questionnaire-catalogue.ts';
import type { QuestionnaireRecords } from './questionnaire-record.ts';

export interface QuestionnairePorts {
  readonly records: QuestionnaireRecords;
  readonly catalogue: QuestionnaireCatalogue;
  /** What a person's file says, by name of a `fact`. Absent where no question is answered by files. */
  readonly facts?: (programme: string, recipientId: string) => Promise<Readonly<Record<string, string>>>;
  /** Absent where none is taken, such as pages that people fill themselves. */
  readonly comments?: Comments;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
  /** Tells the cells that the answers name; `createReferrals` of domain/referral. */
  readonly refer: (order: ReferralOrder) => Promise<readonly CreatedReferral[]>;
  /** The red button; `referEmergency` of domain/referral. */
  readonly referEmergency: (
    order: Omit<ReferralOrder, 'level' | 'reasons' | 'score'>,
  ) => Promise<readonly CreatedReferral[]>;
}
