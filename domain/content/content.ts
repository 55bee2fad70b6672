import type { FollowUpContent } from '../programme/follow-up-content.ts';
import type { MessageContent } from '../programme/message-content.ts';
import type { OutboundContent } from '../programme/outbound-content.ts';
import type { ContentKind, Programme } from '../programme/programme.ts';
import type { SurveyContent } from '../programme/survey-content.ts';

/** What each kind of content holds. */
export interface ContentOf extends Required<OutboundContent>, FollowUpContent, MessageContent, SurveyContent {
  readonly calendar: Programme['calendar'];
  readonly schemes: Programme['schemes'];
  readonly motives: Programme['motives'];
  readonly callbackPolicy: Programme['callbackPolicy'];
  readonly texts: Programme['texts'];
  readonly objectives: { readonly answerRate: number };
}

/** Port: dated content. Every read is "the version in force at t" (design decision 15). */
export interface Content {
  /** Throws when the programme has no version of this kind in force at `at` (ISO instant). */
  inForce<K extends ContentKind>(programme: string, kind: K, at: string): Promise<ContentOf[K]>;
}
