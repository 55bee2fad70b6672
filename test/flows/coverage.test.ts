import { afterAll, describe, expect, test } from 'vitest';
import { drawSvg } from '../../flow-engine/src/index.ts';
import { branches, nativeCoverage } from './coverage.ts';
import { coverageReport } from './coverage-report.ts';
import { flowNamed } from './flow-files.ts';
import { nativeLimits } from './native-limits.ts';

const places = (of: typeof branches): readonly string[] =>
  of.map(({ flow, action, label }) => `${flow.name} ${action.identifier}: ${label}`);

describe('COMMON-54: every branch of every flow is played', () => {
  test('by a native test case or by a script', () => {
    expect(places(branches.filter(({ isNative, isScripted }) => !isNative && !isScripted))).toEqual([]);
  });

  test('by a script even when no native case can be run', () => {
    expect(places(branches.filter(({ isScripted }) => !isScripted))).toEqual([]);
  });

  test('by a native test case, but for those the testing language cannot lead to', () => {
    const left = branches.filter(({ isNative }) => !isNative);
    expect(places(left.filter((branch) => !nativeLimits.some(({ is }) => is(branch))))).toEqual([]);
  });

  test('a limit of the testing language is one as long as a branch needs it', () => {
    for (const { why, is } of nativeLimits)
      expect(
        branches.some((branch) => !branch.isNative && is(branch)),
        why,
      ).toBe(true);
  });
});

describe('COMMON-54: pages of docs/ that are written from the flows (npm run flows -- --update)', () => {
  test('docs/flow-coverage.md', async () => {
    await expect(coverageReport()).toMatchFileSnapshot('../../docs/flow-coverage.md');
  });

  test.each([
    ['samps/accueil', { columns: 7 }],
    ['samps/choix-prestation', {}],
  ] as const)('the picture of %s in docs/images', async (name, options) => {
    const flow = flowNamed(name);
    const coverage = nativeCoverage(flow);
    const picture = drawSvg(flow, { ...options, ...(coverage === undefined ? {} : { coverage }) });
    await expect(picture).toMatchFileSnapshot(`../../docs/images/${name.replace('/', '-')}.svg`);
  });
});

afterAll(() => {
  const count = (is: (branch: (typeof branches)[number]) => boolean): number => branches.filter(is).length;
  process.stdout.write(
    `flow coverage: ${count((one) => one.isNative || one.isScripted)} of ${branches.length} branches, ` +
      `${count(({ isNative }) => isNative)} by native test cases; the others and why: docs/flow-coverage.md\n`,
  );
});
