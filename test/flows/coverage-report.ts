import { type Branch, branches } from './coverage.ts';
import { faults, scenarioWalks } from './faults.ts';
import { nativeCases } from './native-cases.ts';
import { nativeLimits } from './native-limits.ts';

const row = (name: string, own: readonly Branch[]): string => {
  const count = (is: (branch: Branch) => boolean): number => own.filter(is).length;
  const [native, all] = [count(({ isNative }) => isNative), count((one) => one.isNative || one.isScripted)];
  return `| ${name} | ${own.length} | ${native} | ${all - native} | ${own.length - all} |`;
};

const place = ({ flow, action, label }: Branch): string => `- \`${flow.name}\` ${action.identifier}: ${label}`;

/** What takes each branch of our flows, as a page of `docs/`. */
export function coverageReport(): string {
  const names = [...new Set(branches.map(({ flow }) => flow.name))];
  const left = branches.filter(({ isNative }) => !isNative);
  const limits = nativeLimits.map(({ why, is }, index) => ({
    why,
    own: left.filter((branch) => nativeLimits.findIndex((limit) => limit.is(branch)) === index && is(branch)),
  }));
  const missed = branches.filter(({ isNative, isScripted }) => !isNative && !isScripted);
  return [
    '# Branches of our flows',
    '',
    'Written by `npm run flows -- --update`, held by `npm test`. Cases are those of `contact-flows/tests/`, in the testing language of Amazon Connect',
    `(${nativeCases.length}); scripts are the ${scenarioWalks.length} scenarios of \`test/flows/scenarios/\` and ${faults.length} calls during which Connect fails at one action.`,
    '',
    '| Flow | Branches | By cases | By scripts only | By nothing |',
    '| --- | --- | --- | --- | --- |',
    ...names.map((name) =>
      row(
        `\`${name}\``,
        branches.filter(({ flow }) => flow.name === name),
      ),
    ),
    row('all', branches),
    ...(missed.length === 0 ? [] : ['', '## Taken by nothing', '', ...missed.map(place)]),
    '',
    '## Why no native case takes them',
    ...limits.flatMap(({ why, own }) => ['', `${why} (${own.length})`, '', ...own.map(place)]),
    '',
  ].join('\n');
}
