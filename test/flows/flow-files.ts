import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Flow, type FlowType, flowTypes, type JsonObject, parseFlow } from '../../flow-engine/src/index.ts';
import { centres } from '../../programmes/index.ts';

export interface FlowFile {
  /** Path from the root of the repository. */
  readonly path: string;
  /** `samps/accueil` */
  readonly name: string;
  /** `MODULE` or a flow type. */
  readonly type: string;
  readonly description: string;
  /** As written, placeholders included. */
  readonly text: string;
  readonly content: JsonObject;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

function read(path: string): FlowFile {
  const text = readFileSync(`${root}${path}`, 'utf8');
  const file: unknown = JSON.parse(text);
  const field = (key: string): unknown =>
    typeof file === 'object' && file !== null ? Reflect.get(file, key) : undefined;
  const [name, type, description, content] = [field('name'), field('type'), field('description'), field('content')];
  if (typeof name !== 'string' || typeof type !== 'string' || typeof description !== 'string' || !isObject(content))
    throw new Error(`${path} is not a flow file; accepted: {name, type, description, content}`);
  return { path, name, type, description, text, content };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every flow and module file of the repository. */
export const flowFiles: readonly FlowFile[] = ['flows', 'modules'].flatMap((kind) =>
  readdirSync(`${root}contact-flows/${kind}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => read(`contact-flows/${kind}/${name.replaceAll('\\', '/')}`)),
);

const connect = 'arn:aws:connect:eu-central-1:000000000000:instance/test';
export const arnOf = (kind: string, name: string): string => {
  if (kind === 'function') return `arn:aws:lambda:eu-central-1:000000000000:function:${name}`;
  return `${connect}/${kind}/${name}`;
};

/** JSON with each placeholder replaced as a synth would: ids by test ARNs, texts by the words of the programme. `path` is for messages. */
export function filled(value: unknown, programme: string, path: string): string {
  const texts = centres[programme]?.flowTexts ?? {};
  return JSON.stringify(value).replace(/\{\{([a-z]+):([^}]+)\}\}/g, (_, kind: string, name: string) => {
    if (kind !== 'text') return arnOf(kind, name);
    const text = texts[name];
    if (text === undefined) throw new Error(`${path}: {{text:${name}}} is not in the programme's flowTexts`);
    return JSON.stringify(text).slice(1, -1);
  });
}

/** `samps` of `samps/accueil`. */
const programmeOf = ({ name }: FlowFile): string => name.split('/')[0] ?? '';

const isFlowType = (type: string): type is FlowType => flowTypes.some((known) => known === type);

/** The flow as the engine runs it, or as written with its placeholders; throws with the findings when it cannot be read. */
export function parsed(
  file: FlowFile,
  content: string | JsonObject = filled(file.content, programmeOf(file), file.path),
): Flow {
  const isModule = file.type === 'MODULE';
  const { flow, findings } = parseFlow(content, {
    name: file.name,
    arn: arnOf(isModule ? 'module' : 'flow', file.name),
    isModule,
    ...(isFlowType(file.type) ? { type: file.type } : {}),
  });
  if (flow === undefined || findings.length > 0) throw new Error(`${file.path}: ${JSON.stringify(findings)}`);
  return flow;
}

export const flows: ReadonlyMap<string, Flow> = new Map(flowFiles.map((file) => [file.name, parsed(file)]));

export function flowNamed(name: string): Flow {
  const flow = flows.get(name);
  if (flow === undefined) throw new Error(`no flow "${name}"; there are ${[...flows.keys()].join(', ')}`);
  return flow;
}
