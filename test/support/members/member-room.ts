import { contentHash } from '../../../adapters/content-hash.ts';
import { dynamoConsents } from '../../../adapters/dynamo-consents.ts';
import { dynamoJournal } from '../../../adapters/dynamo-journal.ts';
import { dynamoMembers } from '../../../adapters/dynamo-members.ts';
import type { MemberSheet } from '../../../domain/member/member-sheet.ts';
import { noteMemberConsent } from '../../../domain/member/note-member-consent.ts';
import { registerMember } from '../../../domain/member/register-member.ts';
import type { EmbeddedTables } from '../calls/dynalite-tables.ts';

/** Members of some structures over the embedded tables, with the clock in hand. */
export function memberRoom({ client }: EmbeddedTables, structure: string) {
  const scope = { programme: 'alertes', structure };
  const members = dynamoMembers(client, 'members', scope);
  const consents = dynamoConsents(client, 'messages');
  const journal = dynamoJournal(client, 'journal');
  const ports = { members, consents, journal };
  const occasion = (at = '2026-11-22T09:00:00.000Z', by = 'nadia') => ({ ...scope, timeZone: 'Europe/Paris', at, by });
  return {
    ...{ scope, members, consents, journal, ports, occasion },
    /** `form`: two sendings of one form name the same. */
    register: async (
      sheet: Partial<MemberSheet> & Pick<MemberSheet, 'lastName' | 'firstName'>,
      { form = contentHash(sheet), apart = [] as readonly string[], consent = true, at = occasion().at } = {},
    ) =>
      await registerMember(
        {
          ...occasion(at),
          memberId: contentHash({ structure, form }),
          sheet: { groups: [], ...sheet },
          ...(consent && { consentText: 'v1' }),
          apart,
        },
        ports,
      ),
    say: async (memberId: string, change: 'given' | 'withdrawn', at: string) =>
      await noteMemberConsent({ ...occasion(at), memberId, change, textVersion: 'v1' }, ports),
  };
}
