/** Why a run stopped without the flow saying so. Always loud: a live flow would hang up on the caller here. */
export type RunError =
  | { readonly code: 'unhandled-flow-error'; readonly errorType: string; readonly message: string }
  | { readonly code: 'unknown-action-type'; readonly actionType: string; readonly message: string }
  | { readonly code: 'unknown-action'; readonly identifier: string; readonly message: string }
  | { readonly code: 'missing-transition'; readonly message: string }
  | { readonly code: 'missing-capability'; readonly capability: string; readonly message: string }
  | { readonly code: 'step-budget-exceeded'; readonly maxSteps: number; readonly message: string }
  | { readonly code: 'module-nesting-exceeded'; readonly message: string };

/** Thrown inside an action that needs a capability the host did not provide; the run turns it into a `RunError`. */
export class MissingCapability extends Error {
  readonly capability: string;
  constructor(capability: string) {
    super(`the flow needs the host capability "${capability}", which was not provided`);
    this.name = 'MissingCapability';
    this.capability = capability;
  }
}

/** Thrown at the host for a signal the run is not waiting for: a mistake of the host, not of the flow. */
export class UnexpectedSignal extends Error {
  constructor(signal: string, waiting: string, accepted: readonly string[]) {
    super(`signal "${signal}" while the run is at "${waiting}"; accepted: ${accepted.join(', ') || 'none'}`);
    this.name = 'UnexpectedSignal';
  }
}
