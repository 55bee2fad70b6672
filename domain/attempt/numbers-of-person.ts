import type { PersonFacts } from './attempt-facts.ts';
import { effectOf } from './dispositions.ts';

/** Numbers not found wrong in this cycle, best first. */
export function usableNumbers({ numbers, attempts }: PersonFacts): readonly string[] {
  const wrong = new Set(
    attempts
      .filter(({ disposition }) => disposition !== undefined && effectOf(disposition).retry === 'other-number')
      .map(({ numberKey }) => numberKey),
  );
  return numbers.filter((key) => !wrong.has(key));
}

/** The same number when a conversation goes on there, else the one tried least, the best first. */
export function numberFor({ attempts }: PersonFacts, numbers: readonly string[], same: string | undefined): string {
  if (same !== undefined && numbers.includes(same)) {
    return same;
  }
  const tries = (key: string) => attempts.filter(({ numberKey }) => numberKey === key).length;
  return numbers.reduce((best, key) => (tries(key) < tries(best) ? key : best));
}
