import type { Condition } from './statement.ts';
import { matchesArn, matchesWildcard } from './wildcard.ts';

/** What is known of a request, by condition key in lower case. */
export type ConditionContext = ReadonlyMap<string, readonly string[]>;

type Comparison = (policyValue: string, requestValue: string) => boolean;

interface Operator {
  readonly compare: Comparison;
  /** A negated operator holds when no value of the policy matches, and when the key is absent. */
  readonly negated: boolean;
}

const equal: Comparison = (a, b) => a === b;
const equalIgnoringCase: Comparison = (a, b) => a.toLowerCase() === b.toLowerCase();
const like: Comparison = (a, b) => matchesWildcard(a, b);

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: { compare: equal, negated: false },
  StringNotEquals: { compare: equal, negated: true },
  StringEqualsIgnoreCase: { compare: equalIgnoringCase, negated: false },
  StringNotEqualsIgnoreCase: { compare: equalIgnoringCase, negated: true },
  StringLike: { compare: like, negated: false },
  StringNotLike: { compare: like, negated: true },
  ArnEquals: { compare: matchesArn, negated: false },
  ArnLike: { compare: matchesArn, negated: false },
  ArnNotEquals: { compare: matchesArn, negated: true },
  ArnNotLike: { compare: matchesArn, negated: true },
  Bool: { compare: equalIgnoringCase, negated: false },
  NumericEquals: { compare: (a, b) => Number(b) === Number(a), negated: false },
  NumericNotEquals: { compare: (a, b) => Number(b) === Number(a), negated: true },
  NumericLessThan: { compare: (a, b) => Number(b) < Number(a), negated: false },
  NumericLessThanEquals: { compare: (a, b) => Number(b) <= Number(a), negated: false },
  NumericGreaterThan: { compare: (a, b) => Number(b) > Number(a), negated: false },
  NumericGreaterThanEquals: { compare: (a, b) => Number(b) >= Number(a), negated: false },
};

/** Operators that are evaluated; any other is refused when the policy is read. */
export const conditionOperators: readonly string[] = [...Object.keys(operators), 'Null'];

/** Whether one condition holds (IAM user guide, "Condition operators" and "Multivalued context keys"). */
export function conditionHolds(condition: Condition, context: ConditionContext): boolean {
  const present = context.get(condition.key);
  if (condition.operator === 'Null') return condition.values.some((v) => (v === 'true') === (present === undefined));
  const operator = operators[condition.operator];
  if (operator === undefined) {
    throw new Error(`IAM condition operator ${condition.operator}: accepted are ${conditionOperators.join(', ')}`);
  }
  if (present === undefined) {
    if (condition.quantifier === 'ForAllValues') return true;
    if (condition.quantifier === 'ForAnyValue') return false;
    return condition.ifExists || operator.negated;
  }
  const holdsFor = (value: string) => condition.values.some((v) => operator.compare(v, value)) !== operator.negated;
  if (condition.quantifier === 'ForAnyValue') return present.some(holdsFor);
  if (condition.quantifier === 'ForAllValues' || operator.negated) return present.every(holdsFor);
  return present.some(holdsFor);
}
