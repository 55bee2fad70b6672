import type { PolicyProblem } from '../../domain/attempt/check-attempt-policy.ts';

/** Why something is refused, as the supervisor reads it. */
export function refusal(problems: readonly PolicyProblem[]): string {
  return problems
    .map(
      ({ field, value, accepted }) => `« ${field} » vaut ${JSON.stringify(value)} ; valeurs acceptées : ${accepted}.`,
    )
    .join(' ');
}
