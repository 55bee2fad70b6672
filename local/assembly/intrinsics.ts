import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { resolveDynamicReferences } from './dynamic-references.ts';
import { getAttTarget, subPlaceholder } from './references.ts';

/** Where intrinsics find what they name. All throw on an unknown name, saying what is known. */
export interface IntrinsicScope {
  /** Resource, parameter or pseudo parameter. */
  ref(name: string): Json | undefined;
  attribute(logicalId: string, name: string): Json;
  importValue(name: string): Json;
  condition(name: string): boolean;
  readonly mappings: JsonObject;
  /** `{{resolve:service:reference}}`. */
  dynamicReference(service: string, reference: string): string;
}

type Intrinsic = (argument: Json, scope: IntrinsicScope) => Json | undefined;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => scope.ref(text(name)),
  'Fn::GetAtt': (target, scope) => {
    const [logicalId, attribute] = getAttTarget(target);
    return scope.attribute(logicalId, attribute);
  },
  'Fn::Join': (argument, scope) => {
    const [separator, items] = list(argument, 2);
    return list(resolve(items ?? null, scope) ?? null)
      .map((item) => text(item))
      .join(text(separator ?? null));
  },
  'Fn::Sub': (argument, scope) => {
    const [source, variables] = Array.isArray(argument) ? argument : [argument, {}];
    const own = isJsonObject(variables) ? variables : {};
    return text(source ?? null).replace(subPlaceholder, (_whole, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`;
      const variable = own[name];
      if (variable !== undefined) return text(resolve(variable, scope) ?? null);
      const dot = name.indexOf('.');
      const value = dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1));
      return text(value ?? null);
    });
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(argument, 2);
    const values = list(resolve(items ?? null, scope) ?? null);
    const value = values[Number(resolve(index ?? null, scope))];
    if (value === undefined)
      throw new Error(`Fn::Select ${JSON.stringify(index)}: the list has ${values.length} items`);
    return value;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, source] = list(argument, 2);
    return text(resolve(source ?? null, scope) ?? null).split(text(separator ?? null));
  },
  'Fn::ImportValue': (name, scope) => scope.importValue(text(resolve(name, scope) ?? null)),
  'Fn::FindInMap': (argument, scope) => {
    const [map, top, second] = list(argument).map((part) => text(resolve(part, scope) ?? null));
    const level = scope.mappings[map ?? ''];
    const row = isJsonObject(level) ? level[top ?? ''] : undefined;
    const value = isJsonObject(row) ? row[second ?? ''] : undefined;
    if (value === undefined) throw new Error(`Fn::FindInMap: no ${map}.${top}.${second} in Mappings`);
    return value;
  },
  'Fn::If': (argument, scope) => {
    const [condition, then, otherwise] = list(argument, 3);
    return resolve((scope.condition(text(condition ?? null)) ? then : otherwise) ?? null, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument, 2).map((side) => JSON.stringify(resolve(side, scope) ?? null));
    return left === right;
  },
  'Fn::And': (argument, scope) => list(argument).every((each) => resolve(each, scope) === true),
  'Fn::Or': (argument, scope) => list(argument).some((each) => resolve(each, scope) === true),
  'Fn::Not': (argument, scope) => resolve(list(argument, 1)[0] ?? null, scope) !== true,
  'Fn::Base64': (argument, scope) => Buffer.from(text(resolve(argument, scope) ?? null)).toString('base64'),
  Condition: (name, scope) => scope.condition(text(name)),
};

/** Resolves every intrinsic in `value`. `undefined` = `AWS::NoValue`: the member is left out. */
export function resolve(value: Json, scope: IntrinsicScope): Json | undefined {
  if (typeof value === 'string') return resolveDynamicReferences(value, scope);
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value);
  const [key] = keys;
  // `Condition` and `Ref` are also ordinary member names (an IAM statement's Condition is an object): only the intrinsic's form counts.
  if (keys.length === 1 && key !== undefined && isIntrinsic(key, value[key])) {
    const intrinsic = intrinsics[key];
    if (intrinsic === undefined) {
      throw new Error(`unknown intrinsic "${key}"; the local cloud knows ${Object.keys(intrinsics).join(', ')}`);
    }
    const resolved = intrinsic(value[key] ?? null, scope);
    return typeof resolved === 'string' ? resolveDynamicReferences(resolved, scope) : resolved;
  }
  const members: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    const resolved = resolve(member, scope);
    if (resolved !== undefined) members[name] = resolved;
  }
  return members;
}

function isIntrinsic(key: string, argument: Json | undefined): boolean {
  return key.startsWith('Fn::') || ((key === 'Ref' || key === 'Condition') && typeof argument === 'string');
}

function text(value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`expected text, found ${JSON.stringify(value)}`);
}

function list(value: Json, length?: number): readonly Json[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) {
    throw new Error(`expected a list${length === undefined ? '' : ` of ${length}`}, found ${JSON.stringify(value)}`);
  }
  return value;
}
