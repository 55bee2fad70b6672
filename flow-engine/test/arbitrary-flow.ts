import fc from 'fast-check';
import type { Flow } from '../src/index.ts';
import { type ActionLine, flowOf, when } from './harness.ts';

/** Any graph of actions, cycles, islands and self-loops included. */
export const arbitraryFlow: fc.Arbitrary<Flow> = fc
  .array(fc.array(fc.nat(14), { maxLength: 4 }), { minLength: 1, maxLength: 15 })
  .map((targets) => {
    const name = (index: number) => `a${index % targets.length}`;
    return flowOf(
      targets.map(
        (to, index): ActionLine => [
          name(index),
          'Compare',
          { ComparisonValue: '$.Attributes.k' },
          {
            NextAction: name(index),
            Conditions: to.map((target, value) => when(String(value), name(target))),
            Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: name(index + 1) }],
          },
        ],
      ),
    );
  });
