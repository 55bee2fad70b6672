import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../flow-engine/src/index.ts';
import { FlowFileError, isObject, refused } from './flow-file.ts';

/** A file of `contact-flows/tests/`: a test case of Amazon Connect as written, placeholders included. */
export interface TestCaseFile {
  /** Path inside `contact-flows/`, for messages. */
  readonly path: string;
  /** `<programme>/<name>`, also its name in Connect. */
  readonly name: string;
  readonly description: string;
  /** Attributes the simulated contact has from the start. */
  readonly attributes: Readonly<Record<string, string>>;
  /** `{{flow:…}}` where the simulated call starts, and the testing language. */
  readonly content: { readonly flow: string; readonly test: JsonObject };
}

/** Every test case of a programme, by name; a programme may have none. Throws FlowFileError. */
export function readTestCaseFiles(folder: string, programme: string): readonly TestCaseFile[] {
  const tests = join(folder, 'tests', programme);
  if (!existsSync(tests)) {
    return [];
  }
  return readdirSync(tests)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readTestCaseFile(folder, `tests/${programme}/${name}`, `${programme}/${name.slice(0, -5)}`));
}

function readTestCaseFile(folder: string, path: string, name: string): TestCaseFile {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  } catch (error) {
    throw new FlowFileError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (!isObject(read)) {
    throw new FlowFileError(
      `${path} is not a test case; accepted: an object with name, description, entryPoint, content`,
    );
  }
  if (read['name'] !== name) {
    throw refused(path, 'name', read['name'], `"${name}", as its place says`);
  }
  if (typeof read['description'] !== 'string' || read['description'].length > 500) {
    throw refused(path, 'description', read['description'], 'a text of at most 500 characters');
  }
  const entry = read['entryPoint'];
  const flow = isObject(entry) && entry['type'] === 'VOICE_CALL' ? entry['flow'] : undefined;
  if (typeof flow !== 'string') {
    throw refused(path, 'entryPoint', entry, '{"type": "VOICE_CALL", "flow": "{{flow:<programme>/<name>}}"}');
  }
  if (!isObject(read['content'])) {
    throw refused(path, 'content', read['content'], 'a test case in the testing language of Amazon Connect');
  }
  return {
    path,
    name,
    description: read['description'],
    attributes: attributesIn(path, read['initializationData'] ?? { Attributes: {} }),
    content: { flow, test: read['content'] },
  };
}

function attributesIn(path: string, data: unknown): Readonly<Record<string, string>> {
  const attributes = isObject(data) ? data['Attributes'] : undefined;
  const entries = isObject(attributes) ? Object.entries(attributes) : [];
  const texts = entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
  if (!isObject(attributes) || texts.length < entries.length) {
    throw refused(path, 'initializationData', data, '{"Attributes": {<name>: <text>}}');
  }
  return Object.fromEntries(texts);
}
