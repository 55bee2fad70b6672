import type { Member } from '../member/member.ts';
import { memberSubject } from '../member/member.ts';
import type { MemberReads } from '../member/member-register.ts';
import type { RecipientProfile } from '../recipient/profile.ts';
import type { KeptProfile, Profiles } from '../recipient/profiles.ts';

/**
 * Members as the messaging engine reads people: by `<structure>.<memberId>`, as each message leaves. Each structure's own register is opened for its own
 * members; who was forgotten is nobody, and gets nothing.
 */
export function memberProfiles(
  registerOf: (programme: string, structure: string) => Pick<MemberReads, 'read'>,
): Pick<Profiles, 'reveal'> {
  return {
    async reveal(programme, subjects) {
      const parted = subjects.map((subject) => {
        const cut = subject.indexOf('.');
        return { structure: subject.slice(0, cut), memberId: subject.slice(cut + 1) };
      });
      const found = new Map<string, KeptProfile>();
      for (const [structure, some] of Map.groupBy(parted, (one) => one.structure)) {
        const members = await registerOf(programme, structure).read(some.map(({ memberId }) => memberId));
        for (const member of members) {
          found.set(memberSubject(structure, member.memberId), { profile: profileOf(member), corrections: [] });
        }
      }
      return found;
    },
  };
}

function profileOf({ lastName, firstName, phone }: Member): RecipientProfile {
  const kind = phone?.kind === 'mobile' || phone?.kind === 'fixed' || phone?.kind === 'voip' ? phone.kind : 'other';
  return {
    lastName,
    firstName,
    phones: phone === undefined ? [] : [{ e164: phone.e164, kind }],
    reasons: [],
    impairments: [],
  };
}
