import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  BranchCoverage,
  coverageHtml,
  coverageLcov,
  coverageText,
  parseTestCase,
  runTestCase,
  type TestResult,
} from '../src/index.ts';
import { isNamedBy } from '../src/model/is-named-by.ts';
import { type Command, UsageError } from './command.ts';
import { flowOptions } from './flow-options.ts';
import { junitXml } from './junit.ts';
import { pickFlow } from './pick-flow.ts';
import { loadWorld } from './world-file.ts';

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => join(path, name))
    : [path];

const resultText = ({ name, status, failures, trace }: TestResult, verbose: boolean): string =>
  [
    `${status}  ${name}`,
    ...failures.map((failure) => `    ${failure}`),
    ...(verbose || status === 'FAILED' ? trace.map((line) => `      ${line}`) : []),
  ].join('\n');

const run = (args: readonly string[], print: (text: string) => void, isCoverage: boolean): number => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      flow: { type: 'string', short: 'f' },
      ...flowOptions,
      format: { type: 'string', default: 'text' },
      verbose: { type: 'boolean', short: 'v' },
      min: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new UsageError('no test cases given');
  const { flow, library } = pickFlow(values.flow, values.with, values.name);
  const { host, doubles } = loadWorld(values.world, library);
  const coverage = new BranchCoverage(library);
  const results = positionals.flatMap(filesIn).map((path): TestResult => {
    const { testCase, findings } = parseTestCase(readFileSync(path, 'utf8'), basename(path, '.json'));
    const failures = findings.map(({ message, property = '' }) => `${property} ${message}`.trim());
    if (testCase === undefined || failures.length > 0)
      return { name: basename(path, '.json'), status: 'FAILED', observations: [], failures, trace: [], log: {} };
    const { flowId } = testCase;
    const entry = flowId === undefined ? undefined : library.find((each) => isNamedBy(each, flowId));
    return runTestCase(testCase, { flow: entry ?? flow, host, doubles, onEvent: coverage.observe });
  });
  const failed = results.filter(({ status }) => status === 'FAILED').length;
  const report = coverage.report();
  if (values.format === 'junit')
    print(
      junitXml(
        results.map(({ name, failures, trace }) => ({ suite: flow.name, name, failures, output: trace.join('\n') })),
      ),
    );
  else if (isCoverage && values.format === 'lcov') print(coverageLcov(report));
  else if (isCoverage && values.format === 'html') print(coverageHtml(report, library));
  else if (values.format === 'json') print(JSON.stringify(isCoverage ? report : results, null, 2));
  else if (values.format !== 'text')
    throw new UsageError(
      `--format is "${values.format}"; accepted: ${isCoverage ? 'text, json, lcov, html' : 'text, json, junit'}`,
    );
  else if (isCoverage) print(coverageText(report, library));
  else
    print(
      `${results.map((result) => resultText(result, values.verbose === true)).join('\n')}\n${results.length - failed} passed, ${failed} failed`,
    );
  const [main] = report;
  const percent = main === undefined || main.total === 0 ? 100 : (main.covered * 100) / main.total;
  if (isCoverage) return percent < Number(values.min ?? 0) ? 1 : 0;
  return failed > 0 ? 1 : 0;
};

const options = '--flow <file> [--name <flow in it>] [--with <file|folder>…] [--world <file>]';

export const testCommand: Command = {
  name: 'test',
  usage: `test <test case|folder…> ${options} [--verbose] [--format text|json|junit]\n    native Amazon Connect test cases, in virtual time`,
  run: (args, print) => run(args, print, false),
};

export const coverageCommand: Command = {
  name: 'coverage',
  usage: `coverage <test case|folder…> ${options} [--min <percent>] [--format text|json|lcov|html]\n    branches of the flows that the test cases take, and those they miss`,
  run: (args, print) => run(args, print, true),
};
