import type { NumberKeyOf } from '../caller/people.ts';
import type { ConsentLedger } from '../consent/consent-ledger.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { Profiles } from '../recipient/profiles.ts';
import type { MessageLink } from './message-order.ts';
import type { MessageRegister } from './message-register.ts';
import type { TextSender } from './text-sender.ts';

/** What planning and withdrawing takes. */
export interface MessagePorts {
  readonly messages: MessageRegister;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
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
