import type { PastAttempt } from './attempt-facts.ts';
import type { AttemptPolicy } from './attempt-policy.ts';
import { effectOf } from './dispositions.ts';

/** Attempts that count against the policy: busy lines and failed dials do not while the free retries last. */
export function countedAttempts(attempts: readonly PastAttempt[], policy: AttemptPolicy): readonly PastAttempt[] {
  let free = policy.freeRetries.count;
  return attempts.filter(({ n, disposition }) => {
    if (n === 0) {
      return false;
    }
    const counts = disposition === undefined ? 'yes' : effectOf(disposition).countsAsAttempt;
    if (counts === 'unless-free' && free > 0) {
      free -= 1;
      return false;
    }
    return counts !== 'no';
  });
}
