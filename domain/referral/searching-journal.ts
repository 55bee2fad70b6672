import { isDrill } from '../campaign/campaign.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { type CreatedReferral, referUnreachable } from './create-referrals.ts';
import type { ReferralPorts } from './referral-ports.ts';

/**
 * A journal that, told that nobody could reach a person, has them searched for (REFLEX-21): as each last attempt fails, and at the deadline of who had
 * fewer. Filed again, it is one referral. Exercises search for nobody. `delayed`: a notice that will leave later, to be logged.
 */
export function searchingJournal(
  journal: Pick<Journal, 'append'>,
  ports: ReferralPorts,
  delayed: (referral: CreatedReferral) => void,
): Pick<Journal, 'append'> {
  return {
    async append(entries) {
      await journal.append(entries);
      for (const person of entries.flatMap(unreached)) {
        const created = await referUnreachable(person, ports);
        created.filter(({ delayedBy }) => delayedBy !== undefined).forEach(delayed);
      }
    },
  };
}

function unreached(entry: JournalEntry): readonly Parameters<typeof referUnreachable>[0][] {
  if (entry.kind !== 'recipient' || entry.change.type !== 'closed' || isDrill(entry.campaign)) {
    return [];
  }
  const { state, riskRank } = entry.change;
  if (state !== 'unreachable' && state !== 'deadline') {
    return [];
  }
  const { programme, campaign, cycle, recipientId: subject, time: at } = entry;
  const rank = riskRank === undefined ? {} : { riskRank };
  return [{ programme, campaign, cycle: String(cycle), subject, causeId: 'unreachable', at, ...rank }];
}
