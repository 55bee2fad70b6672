import type { Journal } from '../journal/journal.ts';
import { changeFollowed } from './change-followed.ts';
import { factsOf, type ToldFact } from './facts-of-entry.ts';
import type { FollowUpPorts } from './follow-up-ports.ts';
import { orientedJournal } from './oriented-journal.ts';

/**
 * A journal that has the protocol go on by what it is told: answers, SMS that failed, calls that ended, wishes. Told again, it changes nothing; when it
 * throws, whoever told tells again.
 */
export function followUpJournal(
  journal: Pick<Journal, 'append'>,
  ports: FollowUpPorts,
  now: () => string,
): Pick<Journal, 'append'> {
  const oriented = orientedJournal(journal, ports);
  return {
    async append(entries) {
      await oriented.append(entries);
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
