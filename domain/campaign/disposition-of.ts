import type { Disposition } from '../attempt/dispositions.ts';
import type { AttemptResult } from '../journal/entry.ts';

const byResult: Readonly<Record<AttemptResult, Disposition>> = {
  reached: 'unqualified',
  'no-answer': 'no-answer',
  busy: 'busy',
  'invalid-number': 'out-of-service',
  'abandoned-before-agent': 'abandoned',
  failed: 'failed',
  refused: 'failed',
  indeterminate: 'indeterminate',
};

/** What the telephone alone tells of an attempt. */
export function dispositionOf(result: AttemptResult): Disposition {
  return byResult[result];
}
