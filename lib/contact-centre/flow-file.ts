import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlowType, flowTypes, type JsonObject, type JsonValue } from '../../flow-engine/src/index.ts';

/** A file of `contact-flows/`: a flow or module as written, placeholders included. */
export interface FlowFile {
  /** Path inside `contact-flows/`, for messages. */
  readonly path: string;
  /** `<programme>/<name>`, also its name in Connect. */
  readonly name: string;
  readonly programme: string;
  /** Absent for a module. */
  readonly type?: FlowType;
  readonly description: string;
  readonly content: JsonObject;
}

/** A flow file that cannot become a resource; the message names the file, the place, the value and what is accepted. */
export class FlowFileError extends Error {}

/** Every flow and module of a programme, by name. Throws FlowFileError. */
export function readFlowFiles(folder: string, programme: string): readonly FlowFile[] {
  return [...readFolder(folder, 'flows', programme), ...readFolder(folder, 'modules', programme)];
}

function readFolder(folder: string, kind: 'flows' | 'modules', programme: string): readonly FlowFile[] {
  let names: readonly string[];
  try {
    names = readdirSync(join(folder, kind, programme));
  } catch (error) {
    if (kind === 'modules' && error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return [];
    }
    throw new FlowFileError(`Programme "${programme}" has no flows in ${join(folder, kind, programme)}`, {
      cause: error,
    });
  }
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFlowFile(folder, kind, programme, name));
}

function readFlowFile(folder: string, kind: 'flows' | 'modules', programme: string, file: string): FlowFile {
  const path = `${kind}/${programme}/${file}`;
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  } catch (error) {
    throw new FlowFileError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (!isObject(read)) {
    throw new FlowFileError(`${path} is not a flow file; accepted: an object with name, type, description, content`);
  }
  const name = `${programme}/${file.slice(0, -'.json'.length)}`;
  if (read['name'] !== name) {
    throw refused(path, 'name', read['name'], `"${name}", as its place says`);
  }
  if (typeof read['description'] !== 'string' || read['description'].length > 500) {
    throw refused(path, 'description', read['description'], 'a text of at most 500 characters');
  }
  if (!isObject(read['content'])) {
    throw refused(path, 'content', read['content'], 'the flow as Amazon Connect exports it');
  }
  const type = flowTypes.find((one) => one === read['type']);
  if (kind === 'flows' && type === undefined) {
    throw refused(path, 'type', read['type'], flowTypes.join(', '));
  }
  if (kind === 'modules' && read['type'] !== 'MODULE') {
    throw refused(path, 'type', read['type'], '"MODULE" in contact-flows/modules');
  }
  return {
    path,
    name,
    programme,
    ...(type === undefined ? {} : { type }),
    description: read['description'],
    content: read['content'],
  };
}

export function refused(path: string, place: string, value: unknown, accepted: string): FlowFileError {
  return new FlowFileError(`${path}, ${place}: ${JSON.stringify(value)} is not accepted; accepted: ${accepted}`);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same JSON with every string (not the keys) replaced; `place` is where it is, e.g. `Actions[3].Parameters.QueueId`. */
export function mapStrings(value: JsonValue, change: (text: string, place: string) => string, place = ''): JsonValue {
  if (typeof value === 'string') {
    return change(value, place);
  }
  if (Array.isArray(value)) {
    return value.map((one, index) => mapStrings(one, change, `${place}[${index}]`));
  }
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, mapStrings(one, change, place === '' ? key : `${place}.${key}`)]),
    );
  }
  return value;
}
