import type { NumberKeyOf } from '../caller/people.ts';
import type { ConsentLedger } from '../consent/consent-ledger.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { Profiles } from '../recipient/profiles.ts';
import type { MessageLink } from './message-order.ts';
import type { MessageRegister } from './message-register.ts';
import type { MessageTemplate } from './message-template.ts';
import type { TextSender } from './text-sender.ts';

/** Texts that are no content of the programme but somebody's own, by the codes that messages name; those that are no more are absent. */
export type OwnTexts = (programme: string, codes: readonly string[]) => Promise<readonly MessageTemplate[]>;

/** What planning and withdrawing takes. */
export interface MessagePorts {
  readonly messages: MessageRegister;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
  readonly ownTexts?: OwnTexts;
}

/** What sending takes beside. */
export interface SendPorts extends MessagePorts {
  readonly consents: ConsentLedger;
  readonly profiles: Pick<Profiles, 'reveal'>;
  readonly numberKeyOf: NumberKeyOf;
  readonly sender: TextSender;
  /** Address of a link, by which a person answers or stops. */
  readonly linkOf: (programme: string, subject: string, link: MessageLink) => Promise<string>;
}
