import type { ConsentFact } from '../consent/consent.ts';
import { messagesScope } from '../consent/consent.ts';
import { type ConsentPorts, noteConsent } from '../consent/note-consent.ts';
import { judgeName } from './judge-name.ts';
import { knownName } from './known-name.ts';
import { type Member, type MemberConsent, memberSubject } from './member.ts';
import { type MemberOccasion, memberEntry } from './member-entry.ts';
import { type MemberSheet, sameSheet, sheetOf } from './member-sheet.ts';
import type { KeptMember, MemberStore } from './member-store.ts';

export interface RegistrationOrder extends MemberOccasion {
  /** Derived from the form and who it names: a form sent twice is one registration. */
  readonly memberId: string;
  readonly sheet: MemberSheet;
  /** Version of the sentence that the member agreed to; absent when they did not. */
  readonly consentText?: string;
  /** Ids of members whom somebody has told apart from this person. */
  readonly apart: readonly string[];
}

export type Registration =
  /** `again`: this very form had registered them. */
  | { readonly outcome: 'registered' | 'again' | 'known'; readonly member: Member }
  | { readonly outcome: 'alike'; readonly members: readonly Member[] }
  /** Somebody else is doing it at this moment: ask again in an instant. */
  | { readonly outcome: 'pending' };

export type RegistrationPorts = ConsentPorts & {
  readonly members: Pick<MemberStore, 'names' | 'saveNames' | 'kept' | 'add'>;
};

/** Tries when others write the same book of names. */
const mostTries = 20;

/**
 * Registers somebody once (ALERTES-10, ALERTES-20). Their name is taken first, in the one item where two registrations of a person meet; the sheet comes last
 * and makes the member: whatever is cut short before it leaves nobody half registered, and the same form sent again goes on.
 */
export async function registerMember(order: RegistrationOrder, ports: RegistrationPorts): Promise<Registration> {
  const { memberId, sheet, apart, at } = order;
  const { members } = ports;
  const [already] = await members.kept([memberId]);
  if (already !== undefined) {
    return { outcome: sameSheet(sheetOf(already), sheet) ? 'again' : 'known', member: already };
  }
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { key, book, standing, same, alike, pending } = await judgeName(sheet, memberId, at, members);
    const [known] = same;
    if (known !== undefined) {
      return { outcome: 'known', member: known };
    }
    const unsaid = alike.filter((one) => !apart.includes(one.memberId));
    if (unsaid.length > 0) {
      return { outcome: 'alike', members: unsaid };
    }
    if (pending) {
      return { outcome: 'pending' };
    }
    const others = standing.filter((name) => name.memberId !== memberId);
    if (await members.saveNames(key, book, [...others, knownName(sheet, memberId, at)])) {
      return await enrolled(order, key, ports);
    }
  }
  throw new Error(`Registration ${memberId} met ${mostTries} other writes of its book of names; try again`);
}

async function enrolled(
  order: RegistrationOrder,
  nameKey: string,
  { members, consents, journal }: RegistrationPorts,
): Promise<Registration> {
  const { memberId, sheet, consentText, at, by } = order;
  if (consentText !== undefined) {
    await noteConsent(consentOrder(order, memberId, givenFact(at, by, consentText, 'agent')), { consents, journal });
  }
  await journal.append([memberEntry(order, { memberId, change: 'registered', version: 1 })]);
  const member: KeptMember = {
    ...newMember(memberId, sheet, order),
    ...(consentText !== undefined && { consent: consentOf(givenFact(at, by, consentText, 'agent')) }),
    nameKeys: [nameKey],
  };
  return { outcome: (await members.add(member)) ? 'registered' : 'again', member };
}

export function newMember(memberId: string, sheet: MemberSheet, { at, by }: MemberOccasion): Member {
  return { memberId, ...sheet, createdAt: at, createdBy: by, changedAt: at, changedBy: by, version: 1 };
}

export type AuthoredFact = ConsentFact & { readonly by: string };

export function givenFact(at: string, by: string, textVersion: string, channel: 'agent' | 'import'): AuthoredFact {
  return { scope: messagesScope, change: 'given', at, by, channel, textVersion };
}

/** The same, as the sheet shows it. */
export function consentOf({ scope: _messages, ...consent }: AuthoredFact): MemberConsent {
  return consent;
}

/** The same, for the ledger and the journal of the structure. */
export function consentOrder({ programme, structure, timeZone }: MemberOccasion, memberId: string, fact: AuthoredFact) {
  return { programme, structure, timeZone, holder: { subject: memberSubject(structure, memberId) }, fact };
}
