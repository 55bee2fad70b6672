import { localDay } from '../calendar/local-time.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { changeFollowed } from './change-followed.ts';
import { factsOf, type ToldFact } from './facts-of-entry.ts';
import type { FollowUpEntry } from './follow-up-entry.ts';
import type { FollowUpPorts } from './follow-up-ports.ts';

/**
 * A journal that has the protocol go on by what it is told: answers, SMS that failed, calls that ended, wishes. Told again, it changes nothing; when it
 * throws, whoever told tells again.
 */
export function followUpJournal(
  journal: Pick<Journal, 'append'>,
  ports: FollowUpPorts,
  now: () => string,
): Pick<Journal, 'append'> {
  return {
    async append(entries) {
      await journal.append(entries);
      await tellOriented(entries, ports);
      const told = entries.flatMap((entry) => factsOf(entry));
      for (const [programme, ofProgramme] of Map.groupBy(told, (one) => one.programme)) {
        const at = now();
        const { moments } = await ports.content.inForce(programme, 'protocol', at);
        const codes = new Set(moments.map(({ code }) => code));
        const known = ofProgramme.filter(({ fact }) => fact.moment === undefined || codes.has(fact.moment));
        for (const [recipientId, ofPerson] of Map.groupBy(known, (one) => one.recipientId)) {
          const facts = await Promise.all(ofPerson.map((one) => attempted(one, ports)));
          await changeFollowed({ programme, recipientId, at }, facts, ports);
        }
      }
    },
  };
}

/** Whether a call whose time ran out was tried at all is known by its campaign. */
async function attempted({ programme, recipientId, fact }: ToldFact, { calls }: FollowUpPorts) {
  if (fact.type !== 'call-ended' || fact.state !== 'deadline') {
    return fact;
  }
  const found = await calls.progress(programme, fact.moment, [recipientId], fact.at);
  return { ...fact, attempted: found.get(recipientId)?.attempted ?? false };
}

type Referral = Extract<JournalEntry, { readonly kind: 'referral' }>;

/** Followed people for whom a cell was asked to act (ARS-28): it changes nothing of what they are due. */
async function tellOriented(
  entries: readonly JournalEntry[],
  { followed, content, journal }: FollowUpPorts,
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
