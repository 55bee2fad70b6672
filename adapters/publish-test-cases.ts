import type { TestCases } from './connect-test-cases.ts';

/** What became of a publication. */
export interface Publication {
  readonly published: number;
  readonly refused: number;
  /** Wanted, but not in the instance. */
  readonly missing: readonly string[];
}

/**
 * Publishes the wanted test cases one after the other, and goes on after a refusal, so that all problems show at once. `print` gets a line per test
 * case and one per problem. Whatever else the service says (no permission, no instance) is thrown.
 */
export async function publishTestCases(
  cases: TestCases,
  wanted: readonly string[],
  print: (line: string) => void,
): Promise<Publication> {
  const there = (await cases.list()).filter(({ name }) => wanted.includes(name));
  const missing = wanted.filter((name) => !there.some((row) => row.name === name));
  let published = 0;
  for (const { id, name } of there) {
    const problems = await cases.publish(id);
    if (problems.length === 0) published += 1;
    print(`${problems.length === 0 ? 'published' : 'refused  '}  ${name}`);
    for (const problem of problems) print(`           ${problem}`);
  }
  for (const name of missing) print(`missing    ${name}`);
  return { published, refused: there.length - published, missing };
}
