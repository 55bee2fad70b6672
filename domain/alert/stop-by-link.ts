import { type ConsentPorts, stopMessages } from '../consent/note-consent.ts';
import { type Member, memberSubject } from '../member/member.ts';
import type { MemberConsents, MemberReads } from '../member/member-register.ts';

/** Version of the words by which members stop messages (pages/alertes/alert-stop-page.ts). */
const stopText = 'page-stop-1';

export interface StopOrder {
  readonly programme: string;
  readonly structure: string;
  readonly memberId: string;
  readonly timeZone: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * A member stops the messages of one structure, and of no other, by the link of any of them (ALERTES-31): in force from the first write on. Whoever shares
 * their number in that structure is stopped with them: it is one telephone that wants no more. Repeated, it adds nothing to the sheets.
 */
export async function stopByLink(
  { programme, structure, memberId, timeZone, at }: StopOrder,
  ports: ConsentPorts & { readonly members: Pick<MemberReads, 'read' | 'all'> & MemberConsents },
): Promise<void> {
  const stop = async (id: string) => {
    const holder = { subject: memberSubject(structure, id) };
    const said = { at, channel: 'web', textVersion: stopText } as const;
    await stopMessages({ programme, structure, timeZone, holder, ...said }, ports);
    await ports.members.noteConsent(id, { change: 'withdrawn', by: 'member', ...said });
  };
  await stop(memberId);
  const [member] = await ports.members.read([memberId]);
  const number = member?.phone?.e164;
  if (number === undefined) {
    return;
  }
  for await (const page of ports.members.all()) {
    for (const other of page.filter((one) => isStillWritten(one, number))) {
      await stop(other.memberId);
    }
  }
}

function isStillWritten({ phone, consent }: Member, number: string): boolean {
  return phone?.e164 === number && consent?.change === 'given';
}
