import { learn, settle } from './learn-referral.ts';
import { noReferralFacts } from './referral-facts.ts';
import { type ReferralPorts, referralContext } from './referral-ports.ts';

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
  let told = 0;
  for (const key of await ports.referrals.dueUntil(programme, at)) {
    try {
      const kept = await ports.referrals.read(programme, key);
      if (kept !== undefined) {
        const learned = await learn(kept.subject, () => noReferralFacts, context, ports.referrals);
        await settle(learned, context, ports);
        told += learned.pending.tellings.length;
      }
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) {
    throw new AggregateError(
      errors,
      `${errors.length} referrals of "${programme}" could not be told; first: ${errors[0]}`,
    );
  }
  return { told };
}
