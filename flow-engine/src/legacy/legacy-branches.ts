import { type JsonObject, own, ownString } from '../json/json.ts';
import type { LegacyBlock } from './legacy-block.ts';
import { commonWays } from './legacy-rows.ts';

const operators: Readonly<Record<string, string>> = {
  Equals: 'Equals',
  StartsWith: 'TextStartsWith',
  EndsWith: 'TextEndsWith',
  Contains: 'TextContains',
  GreaterThan: 'NumberGreaterThan',
  GreaterThanOrEqualTo: 'NumberGreaterOrEqualTo',
  LessThan: 'NumberLessThan',
  LessThanOrEqualTo: 'NumberLessOrEqualTo',
};

/** Where the contact goes when nothing else says so: the first of these that a block has. */
const onward = ['Success', 'NoMatch', 'Complete', 'Error'];

/** The `Transitions` that the branches of a block become. */
export const legacyBranches = (block: LegacyBlock, own_: Readonly<Record<string, string>>): JsonObject => {
  const ways: Readonly<Record<string, string>> = { ...commonWays, ...own_ };
  const errors: JsonObject[] = [];
  const conditions: JsonObject[] = [];
  const targets = new Map<string, string>();
  let below = 1;
  for (const branch of block.branches) {
    const condition = ownString(branch, 'condition') ?? '';
    const NextAction = ownString(branch, 'transition') ?? '';
    const way = own(ways, condition);
    const test = (Operator: string, operand: string) =>
      conditions.push({ NextAction, Condition: { Operator, Operands: [operand] } });
    const value = own(branch, 'conditionValue') ?? '';
    if (!targets.has(condition)) targets.set(condition, NextAction);
    if (way?.startsWith('!')) errors.push({ NextAction, ErrorType: way.slice(1) });
    else if (way === '>0') test('NumberGreaterThan', '0');
    else if (way === '%') {
      // The shares of the old block are the rising thresholds of the new action: all before it, plus one.
      below += Number(value);
      if (!Number.isInteger(below)) block.doubts.push(`share "${String(value)}"`);
      test('NumberLessThan', String(below));
    } else if (way?.startsWith('operator:')) {
      const name = ownString(branch, 'conditionType') ?? '';
      const unit = Number(way.slice(9));
      if (!Object.hasOwn(operators, name)) block.doubts.push(`operator "${name}"`);
      const operand = unit === 1 ? String(value) : String(Number(value) / unit);
      if (unit !== 1) block.remarks.push(`${String(value)} milliseconds are written as ${operand} seconds`);
      test(operators[name] ?? '', operand);
    } else if (way !== undefined) test('Equals', way);
    else if (condition !== 'Success') block.doubts.push(`branch ${condition}`);
  }
  if (block.branches.length === 0) return {};
  const next = onward.find((condition) => targets.has(condition));
  return {
    ...(next === undefined ? {} : { NextAction: targets.get(next) ?? '' }),
    Errors: errors,
    Conditions: conditions,
  };
};
