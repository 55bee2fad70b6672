import type { JsonObject } from '../json/json.ts';
import type { FlowType } from './flow-type.ts';

/** Test of an execution result; `operands` holds one string in every flow seen. */
export interface Condition {
  readonly operator: string;
  readonly operands: readonly string[];
  readonly nextAction: string;
}

export interface ErrorBranch {
  readonly errorType: string;
  readonly nextAction: string;
}

export interface Action {
  readonly identifier: string;
  readonly type: string;
  readonly parameters: JsonObject;
  /** Absent when the document has none or an empty one (actions that never continue). */
  readonly nextAction?: string;
  readonly conditions: readonly Condition[];
  readonly errors: readonly ErrorBranch[];
  /** What the document really contained, for the checker: execution treats absent, null and empty alike. */
  readonly written: {
    readonly transitions: boolean;
    readonly conditions: boolean;
    readonly errors: boolean;
    readonly nextAction: boolean;
  };
}

/** A named way out of a module (`Settings.Transitions`). */
export interface ModuleBranch {
  readonly displayName: string;
  readonly referenceName: string;
}

export interface Flow {
  /** Name given by the caller of `parseFlow`, or the export's own; used in every finding, event and coverage line. */
  readonly name: string;
  readonly arn?: string;
  /** Unknown for files that do not say: checks and behaviour that depend on it are then skipped. */
  readonly type?: FlowType;
  readonly isModule: boolean;
  /** Read from an export of the old console format; blocks that could not be converted have a type that begins with `legacy:`. */
  readonly isConverted: boolean;
  readonly version: string;
  readonly startAction: string;
  readonly actions: ReadonlyMap<string, Action>;
  readonly moduleBranches: readonly ModuleBranch[];
  /** Designer data, ignored when running. */
  readonly metadata: JsonObject;
  /** Characters of the content as CreateContactFlow would receive it. */
  readonly contentLength: number;
}
