import { type ContactSide, contactSides } from '../../contracts/watch.ts';
import type { Content } from '../content/content.ts';

/** Port: e-mails to people by address. Plain text, no name: it leaves our walls. */
export interface ContactNotices {
  tell(addresses: readonly string[], subject: string, text: string): Promise<void>;
}

export interface ContactPorts {
  readonly content: Content;
  readonly notices: ContactNotices;
}

/** Tells the named contacts of a programme, as in force at `at` (ISO instant), of these parties: both unless said (SAMPS-41). */
export async function tellContacts(
  notice: {
    readonly programme: string;
    readonly subject: string;
    readonly text: string;
    readonly at: string;
    readonly sides?: readonly ContactSide[];
  },
  { content, notices }: ContactPorts,
): Promise<void> {
  const { programme, subject, text, at, sides = contactSides } = notice;
  const contacts = await content.inForce(programme, 'contacts', at);
  const addresses = [...new Set(contacts.filter(({ side }) => sides.includes(side)).map(({ email }) => email))];
  if (addresses.length > 0) {
    await notices.tell(addresses, subject, text);
  }
}
