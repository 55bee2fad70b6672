import type { Operator } from '../actions/action-definition.ts';
import type { Condition } from '../model/flow.ts';
import { renderText, type Scope } from '../reference/resolve.ts';
import { template } from '../reference/template.ts';

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

// A side that is not a number makes NaN, and every comparison with NaN is false, as documented.
const tests: Readonly<Record<Operator, (left: string, right: string) => boolean>> = {
  Equals: (left, right) => left === right,
  TextStartsWith: (left, right) => left.startsWith(right),
  TextEndsWith: (left, right) => left.endsWith(right),
  TextContains: (left, right) => left.includes(right),
  NumberGreaterThan: (left, right) => numberOf(left) > numberOf(right),
  NumberGreaterOrEqualTo: (left, right) => numberOf(left) >= numberOf(right),
  NumberLessThan: (left, right) => numberOf(left) < numberOf(right),
  NumberLessOrEqualTo: (left, right) => numberOf(left) <= numberOf(right),
};

const byName: ReadonlyMap<string, (left: string, right: string) => boolean> = new Map(Object.entries(tests));

export const compare = (operator: string, left: string, right: string): boolean =>
  byName.get(operator)?.(left, right) ?? false;

/** Is the execution result what the condition wants? An operand may be a reference. */
export const holds = (condition: Condition, result: string, scope: Scope): boolean => {
  const [operand] = condition.operands;
  if (operand === undefined) return false;
  const right = operand.startsWith('$.') ? renderText(template(operand), scope, () => {}) : operand;
  return compare(condition.operator, result, right);
};
