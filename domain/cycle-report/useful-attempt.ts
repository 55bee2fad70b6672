import type { AttemptEntry } from '../campaign/campaign-entry.ts';
import type { CyclePerson } from './cycle-facts.ts';

/** The attempt in which the questionnaire was completed: the last one before any call that was promised then. Undefined of whom it was not. */
export function usefulAttempt({ closed, attempts }: CyclePerson): AttemptEntry | undefined {
  return closed?.state === 'useful' ? attempts.findLast(({ promised }) => promised !== true) : undefined;
}
