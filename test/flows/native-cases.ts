import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Flow,
  type FlowEvent,
  type HostCapabilities,
  parseTestCase,
  refuse,
  runTestCase,
  type TestCase,
  type TestResult,
} from '../../flow-engine/src/index.ts';
import { filled, flowNamed } from './flow-files.ts';
import { hostOf } from './walk.ts';
import { quietWorld } from './world.ts';

/** A test case of `contact-flows/tests/`, in the testing language of Amazon Connect. */
export interface NativeCase {
  /** `samps/ouvert-bourses` */
  readonly name: string;
  readonly path: string;
  /** As written, placeholders included. */
  readonly written: unknown;
  /** As CreateTestCase would read it, placeholders replaced. */
  readonly testCase: TestCase;
  readonly findings: readonly string[];
  /** The flow its call starts in. */
  readonly flow: Flow;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = 'contact-flows/tests/';

/** A value inside JSON by its path; undefined when there is none. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return found;
}

function read(name: string): NativeCase {
  const path = `${folder}${name}.json`;
  const written: unknown = JSON.parse(readFileSync(root + path, 'utf8'));
  const { testCase, findings } = parseTestCase(filled(written, name.split('/')[0] ?? '', path), name);
  if (testCase === undefined) throw new Error(`${path} is no test case: ${JSON.stringify(findings)}`);
  const entry = /^\{\{flow:([^}]+)\}\}$/.exec(String(at(written, 'entryPoint', 'flow')))?.[1];
  if (entry === undefined) throw new Error(`${path}: entryPoint.flow must be {{flow:…}}`);
  return {
    name,
    path,
    written,
    testCase,
    findings: findings.map(({ message, property = '' }) => `${property} ${message}`),
    flow: flowNamed(entry),
  };
}

export const nativeCases: readonly NativeCase[] = readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replaceAll('\\', '/').slice(0, -'.json'.length))
  .sort()
  .map(read);

/** The queue of a programme that no agent serves, such as `samps-essais`: the only one a simulated call may enter. */
const isTestQueue = (name: string): boolean => name.endsWith('-essais');

/** An instance that answers nothing by itself: what a case does not override fails, as functions may at any time. */
const host: HostCapabilities = {
  ...hostOf({ ...quietWorld, hours: 'unknown' }),
  isDialable: (number) => number.startsWith('+687'),
  enqueue: (contact, target, options) => {
    const queue = target.kind === 'queue' ? target.queue.name : 'an agent';
    if (!isTestQueue(queue)) throw new Error(`a simulated call enters "${queue}", where an agent could answer it`);
    return hostOf(quietWorld).enqueue?.(contact, target, options) ?? refuse('no queue');
  },
};

/** Plays a case as Amazon Connect would, in virtual time. */
export const playNative = (
  { testCase, flow }: NativeCase,
  onEvent: (event: FlowEvent) => void = () => {},
): TestResult => runTestCase(testCase, { flow, host, onEvent });
