import { datesToSay } from '../alert-date/dates-to-say.ts';
import { localDay } from '../calendar/local-time.ts';
import type { Member } from '../member/member.ts';
import type { AlertGroup, SelectedLine } from './alert.ts';
import type { AlertPorts } from './alert-ports.ts';
import { saysDate } from './alert-text.ts';
import { chooseRecipients } from './choose-recipients.ts';
import type { MassFacts } from './mass-guard.ts';

export interface Selected {
  readonly lines: readonly SelectedLine[];
  readonly members: ReadonlyMap<string, Member>;
  readonly mass: MassFacts;
  /** Names of chosen groups that are no more. */
  readonly missingGroups: readonly string[];
}

/** Who would get a text if it left at `at`: read now, whatever was counted before (ALERTES-19). */
export async function selectRecipients(
  { text, groups }: { readonly text: string; readonly groups: readonly AlertGroup[] },
  at: string,
  ports: Pick<AlertPorts, 'programme' | 'members' | 'dates' | 'content'>,
): Promise<Selected> {
  const { programme, content } = ports;
  const [rules, calendar, existing] = await Promise.all([
    content.inForce(programme, 'messageRules', at),
    content.inForce(programme, 'calendar', at),
    ports.members.groups(),
  ]);
  const present = groups.filter(({ groupId }) => existing.some((group) => group.groupId === groupId));
  const ids = present.map(({ groupId }) => groupId);
  const members = new Map<string, Member>();
  if (ids.length > 0) {
    for await (const page of ports.members.inGroups(ids)) {
      for (const member of page) {
        members.set(member.memberId, member);
      }
    }
  }
  const day = localDay(calendar.timeZone, at);
  const dates = saysDate(text) ? await datesToSay(day, ports.dates) : undefined;
  const lines = chooseRecipients(members.values(), {
    ...{ groups: ids, day, senders: rules.senders, calendar },
    ...(dates === undefined ? {} : { dates }),
  });
  return {
    lines,
    members,
    mass: {
      targeted: members.size,
      members: await ports.members.count(),
      chosenGroups: present.length,
      groups: existing.length,
    },
    missingGroups: groups.filter((group) => !present.includes(group)).map(({ name }) => name),
  };
}
