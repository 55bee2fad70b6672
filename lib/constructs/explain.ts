import { Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** Accepts a cdk-nag finding, with the reason in writing: on this construct and those below it, for this finding only. */
export function explain(scope: IConstruct, finding: string, reason: string): void {
  Validations.of(scope).acknowledge({ id: finding, reason });
}

/**
 * Says why a permission names resources by a star. `ending` is the end of their ARN from the first part that is ours to choose
 * (`/contact/*`): what comes before is known to CloudFormation only, so the nag test reads `…` as anything.
 */
export function explainWildcard(scope: IConstruct, ending: string, reason: string): void {
  explain(scope, `AwsSolutions-IAM5[Resource::…${ending}]`, reason);
}
