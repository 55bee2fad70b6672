import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Finding, type Flow, type FlowType, flowTypes, parseFlow } from '../src/index.ts';
import { isJsonObject, type JsonObject, ownObject, ownString } from '../src/json/json.ts';

/** A flow as found: where, and what reading it said. */
export interface Loaded {
  readonly path: string;
  readonly flow?: Flow;
  readonly findings: readonly Finding[];
}

const filesUnder = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { withFileTypes: true })
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
        .flatMap((entry) => filesUnder(join(path, entry.name)))
        .filter((file) => file.endsWith('.json'))
    : [path];

const typeOf = (text: string | undefined): FlowType | undefined => flowTypes.find((type) => type === text);

/** Flows and modules among the resources of a CloudFormation template; a content that is an intrinsic function cannot be read and is reported. */
const flowsInTemplate = (resources: JsonObject, path: string): readonly Loaded[] =>
  Object.entries(resources).flatMap(([logicalId, resource]) => {
    const type = isJsonObject(resource) ? ownString(resource, 'Type') : undefined;
    if (type !== 'AWS::Connect::ContactFlow' && type !== 'AWS::Connect::ContactFlowModule') return [];
    const properties = ownObject(isJsonObject(resource) ? resource : undefined, 'Properties') ?? {};
    const name = ownString(properties, 'Name') ?? logicalId;
    const content = contentText(properties['Content']);
    const flowType = typeOf(ownString(properties, 'Type'));
    const options = { name, isModule: type.endsWith('Module'), ...(flowType === undefined ? {} : { type: flowType }) };
    return [{ path: `${path}#${logicalId}`, ...parseFlow(content, options) }];
  });

/** `Fn::Join` and `Fn::Sub` with what they refer to left as a placeholder: enough to check everything but those identifiers. */
const contentText = (content: unknown): unknown => {
  if (!isJsonObject(content)) return content;
  const join = content['Fn::Join'];
  if (Array.isArray(join) && Array.isArray(join[1])) {
    const separator = typeof join[0] === 'string' ? join[0] : '';
    return join[1].map((part) => (typeof part === 'string' ? part : 'placeholder')).join(separator);
  }
  const sub = content['Fn::Sub'];
  const text = Array.isArray(sub) ? sub[0] : sub;
  return typeof text === 'string' ? text.replace(/\$\{[^}]*\}/g, 'placeholder') : content;
};

const loadFile = (path: string): readonly Loaded[] => {
  const text = readFileSync(path, 'utf8');
  const resources = resourcesIn(text);
  return resources === undefined
    ? [{ path, ...parseFlow(text, nameFor(text, path)) }]
    : flowsInTemplate(resources, path);
};

/** A file that does not name its flow names it by its own name. */
const nameFor = (text: string, path: string): { name?: string } => {
  const { flow } = parseFlow(text);
  return flow === undefined || flow.name === '(unnamed)' ? { name: basename(path, '.json') } : {};
};

const resourcesIn = (text: string): JsonObject | undefined => {
  try {
    const parsed: unknown = JSON.parse(text);
    const resources = isJsonObject(parsed) ? ownObject(parsed, 'Resources') : undefined;
    return resources !== undefined &&
      Object.values(resources).some((resource) => isJsonObject(resource) && typeof resource['Type'] === 'string')
      ? resources
      : undefined;
  } catch {
    // What is wrong with the text is for parseFlow to say.
    return undefined;
  }
};

const isOther = (path: string): boolean =>
  /(^|[/\\])(manifest|tree|cdk|package|tsconfig)\.json$|\.assets\.json$/.test(path);

/** Flows in files, folders, CloudFormation templates and CDK assemblies. */
export const loadFlows = (paths: readonly string[]): readonly Loaded[] =>
  paths.flatMap((path) => {
    if (!existsSync(path))
      throw new Error(
        `"${path}" does not exist; accepted: a flow, a folder, a CloudFormation template or a CDK assembly`,
      );
    const isFolder = statSync(path).isDirectory();
    return filesUnder(path)
      .filter((file) => !isFolder || !isOther(file))
      .flatMap(loadFile);
  });
