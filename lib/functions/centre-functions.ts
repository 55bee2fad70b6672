import type { CustomAction } from '../constructs/custom-action.ts';
import type { FlowFunctions } from './flow-functions.ts';

/** What flows, queues and numbers need of functions. */
export interface CentreFunctions {
  readonly flowFunctions: FlowFunctions;
  readonly actions: {
    /** Properties: NumberAssociationProperties of contracts/custom-resources.ts. */
    readonly numberAssociation: CustomAction;
    /** Properties: ContentSeedsProperties. */
    readonly contentSeeds: CustomAction;
  };
}
