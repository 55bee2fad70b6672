import type { JsonObject } from '../json.ts';
import type { TargetInput } from './target-input.ts';

export interface RuleTarget {
  readonly id: string;
  readonly arn: string;
  readonly input: TargetInput;
  readonly deadLetterArn: string | undefined;
}

export interface EventRule {
  readonly name: string;
  readonly arn: string;
  readonly bus: string;
  readonly enabled: boolean;
  /** Absent for a rule that only has a schedule. */
  readonly matches: ((event: JsonObject) => boolean) | undefined;
  readonly targets: readonly RuleTarget[];
}
