import { env } from '../../contracts/env.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { requireEnv } from '../middleware/require-env.ts';

/** Programme -> ARN of the pool of its senders, as the template says. */
export function poolsFromEnv(): Readonly<Record<string, string>> {
  const pools = membersOf(JSON.parse(requireEnv(env.messagePools)));
  return Object.fromEntries(Object.entries(pools).map(([programme, arn]) => [programme, String(arn)]));
}
