import type { MessageRules } from '../message/message-rules.ts';
import type { MessageTemplate } from '../message/message-template.ts';

/** What a programme that writes to people has beside. */
export interface MessageContent {
  readonly messageTemplates: readonly MessageTemplate[];
  readonly messageRules: MessageRules;
}
