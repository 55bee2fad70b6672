import type { AttemptResult } from '../journal/entry.ts';

/** What came of a call that somebody dialled with another telephone, in French: as far as a person can tell. */
export const manualResults = {
  reached: 'La personne a répondu',
  'no-answer': 'Pas de réponse, ou répondeur',
  busy: 'Occupé',
  'invalid-number': 'Numéro non attribué',
} as const satisfies Partial<Record<AttemptResult, string>>;

export type ManualResult = keyof typeof manualResults;

export function isManualResult(value: unknown): value is ManualResult {
  return typeof value === 'string' && Object.hasOwn(manualResults, value);
}
