import type { CycleFacts } from '../cycle-report/cycle-facts.ts';
import type { ObservedList } from './track-list.ts';

/** What the journal says of a cycle up to an instant: attempts that count, and people who may still be called. */
export function observedList(
  { people, activation }: Pick<CycleFacts, 'people' | 'activation'>,
  at: string,
): ObservedList {
  const { maxAttempts } = activation.policy;
  const none = Array<number>(maxAttempts).fill(0);
  const [attempts, useful, open] = [[...none], [...none], [...none]];
  for (const { loaded, attempts: all, closed } of people) {
    const made = all.filter(({ n, counts, endedAt }) => n > 0 && counts && endedAt <= at);
    const isUseful = closed?.state === 'useful' && closed.at <= at;
    for (const rank of made.keys()) {
      attempts[rank] = (attempts[rank] ?? 0) + 1;
    }
    if (isUseful) {
      const last = Math.max(0, made.length - 1);
      useful[last] = (useful[last] ?? 0) + 1;
    } else if ((closed === undefined || closed.at > at) && made.length < maxAttempts && loaded.callable) {
      open[made.length] = (open[made.length] ?? 0) + 1;
    }
  }
  return { at, attempts, useful, open };
}
