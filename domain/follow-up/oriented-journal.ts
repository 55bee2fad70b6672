import { localDay } from '../calendar/local-time.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { FollowUpEntry } from './follow-up-entry.ts';
import type { FollowUpPorts } from './follow-up-ports.ts';

/** A journal that also says of followed people that a cell was asked to help them (ARS-21, ARS-28): it changes nothing of what they are due. */
export function orientedJournal(
  journal: Pick<Journal, 'append'>,
  ports: Pick<FollowUpPorts, 'content'> & { readonly followed: Pick<FollowUpPorts['followed'], 'read'> },
): Pick<Journal, 'append'> {
  return {
    async append(entries) {
      await journal.append(entries);
      await tellOriented(entries, journal, ports);
    },
  };
}

type Referral = Extract<JournalEntry, { readonly kind: 'referral' }>;

async function tellOriented(
  entries: readonly JournalEntry[],
  journal: Pick<Journal, 'append'>,
  { followed, content }: Parameters<typeof orientedJournal>[1],
): Promise<void> {
  const created = entries.filter(
    (entry): entry is Referral => entry.kind === 'referral' && entry.change.type === 'created',
  );
  for (const [programme, ofProgramme] of Map.groupBy(created, (one) => one.programme)) {
    const subjects = ofProgramme.map(({ subject }) => subject);
    const people = new Map((await followed.read(programme, subjects)).map((person) => [person.recipientId, person]));
    const [first] = ofProgramme;
    if (first === undefined || people.size === 0) {
      continue;
    }
    const { timeZone } = await content.inForce(programme, 'calendar', first.time);
    const told = ofProgramme.flatMap(({ subject, cell, campaign, time }): readonly FollowUpEntry[] => {
      const person = people.get(subject);
      return person === undefined
        ? []
        : [
            {
              kind: 'follow-up',
              programme,
              day: localDay(timeZone, time),
              time,
              id: `follow-up#${subject}#${campaign ?? ''}#oriented#${cell}`,
              subject,
              status: person.status,
              departement: person.departement,
              ...(campaign === undefined ? {} : { moment: campaign }),
              change: { type: 'oriented', cell },
            },
          ];
    });
    await journal.append(told);
  }
}
