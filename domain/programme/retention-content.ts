import type { RetentionRules } from '../retention/retention-rules.ts';

/** What a programme whose data go by themselves has beside. */
export interface RetentionContent {
  readonly retentionRules: RetentionRules;
}
