import type { LambdaInvocation, LambdaOutcome } from '../cloud.ts';

/** Runs a function for one of Lambda's own pollers, whose right to read the source was checked at creation. */
export interface FunctionInvoker {
  run(invocation: LambdaInvocation): Promise<LambdaOutcome>;
}
