import type { CampaignRegister } from '../../domain/campaign/campaign-register.ts';
import type { Content } from '../../domain/content/content.ts';
import type { ContentVersions } from '../../domain/content/content-versions.ts';
import type { DroppedLists } from '../../domain/follow-up/dropped-lists.ts';
import type { FollowedPeople } from '../../domain/follow-up/follow-up-ports.ts';
import type { ResultLine } from '../../domain/follow-up/results.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { MessageRegister } from '../../domain/message/message-register.ts';
import type { PresenceBoard } from '../../domain/presence/presence.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { QuestionnaireRecords } from '../../domain/questionnaire/questionnaire-record.ts';
import type { Referrals } from '../../domain/referral/referrals.ts';

export interface FollowedPeopleParts {
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly content: Content & ContentVersions;
  readonly hash: (value: unknown) => string;
  readonly journal: Pick<Journal, 'read'>;
  readonly followed: Pick<FollowedPeople, 'read'>;
  readonly campaigns: Pick<CampaignRegister, 'campaigns' | 'saveCampaign' | 'read'>;
  readonly messages: Pick<MessageRegister, 'read'>;
  readonly records: Pick<QuestionnaireRecords, 'find'>;
  readonly referrals: Pick<Referrals, 'read'>;
  readonly presence: Pick<PresenceBoard, 'read'>;
  readonly lists: Pick<DroppedLists, 'drop' | 'answerTo'>;
  readonly workbook: (
    lines: readonly ResultLine[],
    about: { readonly title: string; readonly timeZone: string; readonly at: string },
  ) => Promise<Uint8Array>;
  readonly concurrentCalls: number;
  readonly messagesPerSecond: number;
  readonly now: () => string;
}

/** What a request is about, once it is known who asks. */
export interface FollowUpRequest {
  readonly programme: Programme;
  /** ISO instant. */
  readonly at: string;
}
