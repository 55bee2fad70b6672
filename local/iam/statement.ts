/** One condition of a statement: `operator` is the base name, its set quantifier and `IfExists` suffix taken apart. */
export interface Condition {
  readonly operator: string;
  readonly quantifier?: 'ForAllValues' | 'ForAnyValue';
  readonly ifExists: boolean;
  /** Condition key in lower case: AWS compares key names without case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Patterns that are matched, or (`negated`) that must not match: Action/NotAction, Resource/NotResource. */
export interface Patterns {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

/** Who a statement of a resource policy is about. */
export interface PrincipalPatterns {
  /** `Principal: "*"` or `{"AWS": "*"}`. */
  readonly anyone: boolean;
  readonly aws: readonly string[];
  readonly services: readonly string[];
}

/** One statement of an identity or resource policy, as plain data so that it can go to another thread. */
export interface Statement {
  /** Unique and the same in every run: `<role>/<policy>#<index>` or `<resource ARN>/<origin>#<index>`. */
  readonly id: string;
  /** Where it was written, e.g. `samps-demo-data/RoleDefaultPolicy1234`. */
  readonly origin: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns;
  /** Absent in trust policies. */
  readonly resources?: Patterns;
  /** Absent in identity policies. */
  readonly principals?: PrincipalPatterns;
  readonly conditions: readonly Condition[];
}
