export interface JunitCase {
  readonly suite: string;
  readonly name: string;
  readonly failures: readonly string[];
  readonly output?: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 32};`).replace(/[^\P{Cc}\n\t]/gu, '');

/** JUnit XML, which every build server reads. */
export const junitXml = (cases: readonly JunitCase[]): string => {
  const suites = [...new Set(cases.map(({ suite }) => suite))].map((suite) => {
    const own = cases.filter((each) => each.suite === suite);
    const failed = own.filter(({ failures }) => failures.length > 0).length;
    const body = own.map(({ name, failures, output }) => {
      const failure =
        failures.length === 0
          ? ''
          : `<failure message="${escaped(failures[0] ?? '')}">${escaped(failures.join('\n'))}</failure>`;
      return `    <testcase classname="${escaped(suite)}" name="${escaped(name)}">${failure}${output === undefined ? '' : `<system-out>${escaped(output)}</system-out>`}</testcase>`;
    });
    return `  <testsuite name="${escaped(suite)}" tests="${own.length}" failures="${failed}">\n${body.join('\n')}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>`;
};
