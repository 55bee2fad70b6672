import type { WatchRule } from '../../contracts/watch.ts';
import type { NamedContact } from '../contact/named-contact.ts';
import type { AlertContent } from '../programme/alert-content.ts';
import type { AppointmentContent } from '../programme/appointment-content.ts';
import type { FollowUpContent } from '../programme/follow-up-content.ts';
import type { KnowledgeContent } from '../programme/knowledge-content.ts';
import type { MessageContent } from '../programme/message-content.ts';
import type { OutboundContent } from '../programme/outbound-content.ts';
import type { CallContent, ContentKind, Programme } from '../programme/programme.ts';
import type { RetentionContent } from '../programme/retention-content.ts';
import type { SurveyContent } from '../programme/survey-content.ts';

/** What each kind of content holds. */
export interface ContentOf
  extends Required<OutboundContent>,
    FollowUpContent,
    MessageContent,
    Pick<AppointmentContent, 'appointmentRules'>,
    SurveyContent,
    Pick<KnowledgeContent, 'places'>,
    RetentionContent {
  readonly calendar: Programme['calendar'];
  readonly schemes: CallContent['schemes'];
  readonly motives: CallContent['motives'];
  readonly callbackPolicy: CallContent['callbackPolicy'];
  readonly texts: CallContent['texts'];
  readonly objectives: { readonly answerRate: number };
  readonly alerts: AlertContent;
  readonly contacts: readonly NamedContact[];
  readonly watchRules: readonly WatchRule[];
}

/** Port: dated content. Every read is "the version in force at t" (design decision 15). */
export interface Content {
  /** Throws when the programme has no version of this kind in force at `at` (ISO instant). */
  inForce<K extends ContentKind>(programme: string, kind: K, at: string): Promise<ContentOf[K]>;
}
