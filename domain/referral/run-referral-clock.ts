import { file, type Learned, learn } from './learn-referral.ts';
import { noReferralFacts } from './referral-facts.ts';
import { groupNotice, referralNotice } from './referral-notice.ts';
import { type ReferralContext, type ReferralPorts, referralContext } from './referral-ports.ts';

/** What one notice tells of: one step of one referral, or the same step of all those of a level that are told together. */
type Told = { readonly learned: Learned; readonly telling: Learned['pending']['tellings'][number] };

/**
 * One minute's tick: whatever is due at `at` (ISO instant) is told, and what a crash left undone is done. One referral that fails stops no other:
 * all are tried, then the errors are thrown together, so that the tick is retried and its alarm rings.
 */
export async function runReferralClock(
  programme: string,
  at: string,
  ports: ReferralPorts,
): Promise<{ readonly told: number }> {
  const context = await referralContext(programme, at, ports);
  const errors: unknown[] = [];
  const attempted = async (run: () => Promise<void>): Promise<void> => {
    await run().catch((error: unknown) => errors.push(error));
  };
  const due: Learned[] = [];
  for (const key of await ports.referrals.dueUntil(programme, at)) {
    await attempted(async () => {
      const kept = await ports.referrals.read(programme, key);
      if (kept !== undefined) {
        due.push(await learn(kept.subject, () => noReferralFacts, context, ports.referrals, kept));
      }
    });
  }
  const untold = new Set<Learned>();
  const groups = groupsOf(due, context);
  for (const group of groups) {
    const before = errors.length;
    await attempted(() => tell(group, context, ports));
    if (errors.length > before) {
      for (const { learned } of group) {
        untold.add(learned);
      }
    }
  }
  for (const learned of due.filter((one) => !untold.has(one))) {
    await attempted(async () => void (await file(learned, context, ports)));
  }
  if (errors.length > 0) {
    throw new AggregateError(
      errors,
      `${errors.length} faults while telling referrals of "${programme}"; first: ${errors[0]}`,
    );
  }
  return { told: groups.length };
}

function groupsOf(due: readonly Learned[], { rules }: ReferralContext): readonly (readonly Told[])[] {
  const groups = new Map<string, Told[]>();
  for (const learned of due) {
    const { subject, facts } = learned.item;
    for (const telling of learned.pending.tellings) {
      const code = facts.causes.find(({ id }) => id === telling.cause)?.level;
      const isGrouped = rules.levels.find((level) => level.code === code)?.groupMinutes !== undefined;
      const { type, to, phase } = telling;
      const key = isGrouped ? [subject.cell, code, type, to, phase].join(' ') : `${subject.referralId} ${telling.id}`;
      groups.set(key, [...(groups.get(key) ?? []), { learned, telling }]);
    }
  }
  return [...groups.values()];
}

async function tell(group: readonly Told[], context: ReferralContext, { notices }: ReferralPorts): Promise<void> {
  const [first, ...others] = group;
  if (first !== undefined) {
    const notice = referralNotice(first.learned.item, first.telling, context);
    await notices.tell(others.length === 0 ? notice : groupNotice(notice, first.telling, group.length, context));
  }
}
