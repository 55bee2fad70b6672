import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { walk } from './walk.ts';
import { type FunctionAnswer, quietWorld, type World } from './world.ts';

const folder = fileURLToPath(new URL('../../contact-flows/tests/samps/', import.meta.url));

/** A value inside JSON by its path; undefined when there is none. */
function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return found;
}
const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};
const textAt = (value: unknown, ...path: readonly string[]): string => String(at(value, ...path) ?? '');
const placeholderName = (text: string): string => /^\{\{[a-z]+:([^}]+)\}\}$/.exec(text)?.[1] ?? '';

const files = readdirSync(folder).map((file) => {
  const json: unknown = JSON.parse(readFileSync(folder + file, 'utf8'));
  const observations = listAt(json, 'content', 'Observations');
  return { file, json, observations, actions: observations.flatMap((one) => listAt(one, 'Actions')) };
});

/** The world that the overrides of a test case describe, and the keys its caller presses. */
function played(actions: readonly unknown[]): { world: World; acts: readonly string[] } {
  const functions: Record<string, FunctionAnswer> = {};
  const queues: Record<string, 'full' | 'refuses'> = {};
  let hours: World['hours'] = 'unknown';
  const acts: string[] = [];
  for (const action of actions) {
    acts.push(...[textAt(action, 'Parameters', 'Instruction', 'Properties', 'Value')].filter((key) => key !== ''));
    const behavior = at(action, 'Parameters', 'Behavior', 'Properties');
    const response = at(behavior, 'Strategy', 'Response');
    const error = at(response, 'Error', 'Value');
    const target = (name: string) => placeholderName(textAt(behavior, 'ActionParameters', name));
    switch (at(behavior, 'ActionType')) {
      case 'InvokeLambdaFunction': {
        const data: unknown = JSON.parse(textAt(response, 'ExecutionResult', 'LoadedData') || '{}');
        const strings = Object.entries(data ?? {}).map(([key, value]) => [key, String(value)]);
        functions[target('LambdaFunctionARN')] = () =>
          error === undefined ? Object.fromEntries(strings) : 'times-out';
        break;
      }
      case 'CheckHoursOfOperation':
        hours = at(response, 'ExecutionResult', 'Value') === 'InHours' ? 'open' : 'closed';
        break;
      case 'TransferContactToQueue':
        queues[target('QueueId')] = error === 'QueueAtCapacity' ? 'full' : 'refuses';
    }
  }
  return { world: { ...quietWorld, functions, queues, hours }, acts };
}

describe('COMMON-54: test cases in the testing language of Amazon Connect', () => {
  test.each(files)('$file is what CreateTestCase takes', ({ file, json, observations }) => {
    expect(textAt(json, 'name')).toBe(`samps/${file.replace('.json', '')}`);
    expect(at(json, 'content', 'Version')).toBe('2019-10-30');
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
    const identifiers = observations.map((observation) => textAt(observation, 'Identifier'));
    expect(new Set(identifiers).size).toBe(identifiers.length);
  });

  test.each(files)('$file ends itself, so that no simulated call stays in a queue', ({ actions }) => {
    expect(at(actions.at(-1), 'Parameters', 'Command', 'Type')).toBe('EndTest');
  });

  test.each(files)('$file passes on our flows', ({ json, observations, actions }) => {
    const { world, acts } = played(actions);
    const flow = placeholderName(textAt(json, 'entryPoint', 'flow'));
    const { heard, contact } = walk({ flow, world, acts, afterwards: 'hang-up' });
    let from = 0;
    for (const observation of observations.slice(1)) {
      const words = textAt(observation, 'Event', 'Properties', 'Text');
      const place = heard.findIndex((prompt, index) => index >= from && prompt.includes(words));
      expect(place, `"${words}" is not heard in ${heard.slice(from).join(' | ')}`).toBeGreaterThanOrEqual(0);
      from = place + 1;
    }
    const asserts = actions.filter((action) => at(action, 'Type') === 'Assert');
    expect(asserts.length).toBeGreaterThan(0);
    for (const action of asserts) {
      const name = textAt(action, 'Parameters', 'Namespace').replace('$.Attributes.', '');
      expect(contact.attributes[name], name).toBe(at(action, 'Parameters', 'Operand'));
    }
  });
});
