import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { CentreDataStack } from '../data/centre-data-stack.ts';
import type { CentreHouse } from '../house.ts';
import { createRetentionFunctions, type RetentionFunctions } from '../retention/retention-functions.ts';
import { createFollowUpFunctions, type FollowUpFunctions } from './follow-up-functions.ts';

/** What the API asks of it. */
export type FollowUpHandlers = Partial<FollowUpFunctions & RetentionFunctions>;

/**
 * What follows people, and what takes away what was kept of them: functions that need nothing of the contact centre nor of the pages. A stack of their own,
 * since one stack holds 500 resources at most.
 */
export class FollowUpStack extends Stack {
  readonly handlers: FollowUpHandlers;

  constructor(
    scope: Construct,
    id: string,
    ground: { readonly house: CentreHouse; readonly data: CentreDataStack },
    props: StackProps,
  ) {
    super(scope, id, props);
    this.handlers = { ...createFollowUpFunctions(this, ground), ...createRetentionFunctions(this, ground) };
  }
}
