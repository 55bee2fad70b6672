export type Severity = 'error' | 'warning';

/** One thing wrong with a flow. `error`: CreateContactFlow refuses it (or nothing can run); `warning`: it only hurts live. */
export interface Finding {
  /** Stable, kebab-case, e.g. `illegal-error-branch`. */
  readonly code: string;
  readonly severity: Severity;
  /** Name of the flow or module. */
  readonly flow: string;
  /** Identifier of the action. */
  readonly action?: string;
  /** Path inside the action or document, e.g. `Parameters.LoopCount`. */
  readonly property?: string;
  /** The offending value, shortened. */
  readonly value?: string;
  /** What would have been accepted. */
  readonly accepted?: string;
  readonly message: string;
  /** Where the rule comes from, e.g. `devguide: flow-control-actions-loop`. */
  readonly source: string;
}
