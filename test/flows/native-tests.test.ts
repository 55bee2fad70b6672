import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { at, nativeCases, playNative } from './native-cases.ts';

const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};

describe('COMMON-54: test cases in the testing language of Amazon Connect', () => {
  test.each(nativeCases)('$name is what CreateTestCase takes', ({ name, written, findings }) => {
    expect(findings).toEqual([]);
    expect(at(written, 'name')).toBe(name);
    expect(String(at(written, 'description')).length).toBeLessThanOrEqual(500);
    const observations = listAt(written, 'content', 'Observations');
    for (const [index, observation] of observations.entries()) {
      const next = observations[index + 1];
      const chained = next === undefined ? {} : { NextObservations: [at(next, 'Identifier')] };
      expect(at(observation, 'Transitions')).toEqual(chained);
      // No Usage, and no Transitions on a last action: the form that every source found accepted.
      expect(at(observation, 'Usage')).toBeUndefined();
      const actions = listAt(observation, 'Actions');
      for (const [place, action] of actions.entries()) {
        const following = actions[place + 1];
        const link = following === undefined ? undefined : { NextAction: at(following, 'Identifier') };
        expect(at(action, 'Transitions')).toEqual(link);
      }
    }
  });

  test.each(nativeCases)('$name ends itself, so that no simulated call stays in a queue', ({ testCase }) => {
    expect(testCase.observations.at(-1)?.actions.at(-1)?.type).toBe('EndTest');
  });

  test.each(nativeCases)('$name passes on our flows, within the five minutes of a test', (one) => {
    const { failures, trace } = playNative(one);
    expect(failures, trace.join('\n')).toEqual([]);
  });

  test.each(['samps', 'reflex', 'suivi'])(
    'connect-flow plays those of %s as they are written, placeholders and all',
    (programme) => {
      const options = ['--flow', 'flows', '--with', 'modules', '--world', 'world.json'];
      const run = spawnSync(
        process.execPath,
        ['../flow-engine/bin/connect-flow.ts', 'test', `tests/${programme}`, ...options],
        {
          cwd: fileURLToPath(new URL('../../contact-flows/', import.meta.url)),
          encoding: 'utf8',
        },
      );
      expect(run.stdout.trimEnd().split('\n').at(-1)).toBe(
        `${nativeCases.filter(({ name }) => name.startsWith(`${programme}/`)).length} passed, 0 failed`,
      );
    },
  );

  test.each(nativeCases)('$name checks what the call left behind', ({ testCase }) => {
    const asserts = testCase.observations.flatMap(({ actions }) => actions.filter(({ type }) => type === 'Assert'));
    expect(asserts.length).toBeGreaterThan(0);
  });
});
