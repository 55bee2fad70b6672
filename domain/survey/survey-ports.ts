import type { Links, LinkTokens } from '../link/links.ts';
import type { QuestionnairePorts } from '../questionnaire/questionnaire-ports.ts';

/** What whoever follows people is told of a link: they would rather be called, or nobody could show who they are. */
export interface LinkNews {
  readonly programme: string;
  /** recipientId. */
  readonly subject: string;
  readonly occasion: string;
  readonly type: 'asked' | 'locked';
  /** ISO instant of the fact. */
  readonly at: string;
}

export interface SurveyPorts extends QuestionnairePorts {
  readonly links: Links;
  readonly tokens: LinkTokens;
  /** Local day of birth of a person; undefined when their file has none, or they are forgotten. */
  readonly birthDateOf: (programme: string, recipientId: string) => Promise<string | undefined>;
  /** A repeat changes nothing. */
  readonly tell: (news: LinkNews) => Promise<void>;
  /** No later message to this person. */
  readonly stopMessages: (programme: string, recipientId: string, at: string) => Promise<void>;
}
