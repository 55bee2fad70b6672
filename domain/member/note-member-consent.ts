import { type ConsentPorts, noteConsent } from '../consent/note-consent.ts';
import type { Member } from './member.ts';
import type { MemberOccasion } from './member-entry.ts';
import type { MemberStore } from './member-store.ts';
import { type AuthoredFact, consentOf, consentOrder } from './register-member.ts';

export interface ConsentChange extends MemberOccasion {
  readonly memberId: string;
  readonly change: 'given' | 'withdrawn';
  /** Version of the sentence that was read to them. */
  readonly textVersion: string;
}

/** Writes down what a member said to somebody of their centre (ALERTES-05, ALERTES-31): in force from the ledger's write on, then shown on the sheet. */
export async function noteMemberConsent(
  order: ConsentChange,
  ports: ConsentPorts & { readonly members: Pick<MemberStore, 'read' | 'noteConsent'> },
): Promise<Member | undefined> {
  const { memberId, change, textVersion, at, by } = order;
  const [member] = await ports.members.read([memberId]);
  if (member === undefined || member.consent?.change === change) {
    return member;
  }
  const fact: AuthoredFact = { scope: 'messages', change, at, by, channel: 'agent', textVersion };
  await noteConsent(consentOrder(order, memberId, fact), ports);
  await ports.members.noteConsent(memberId, consentOf(fact));
  return member;
}
