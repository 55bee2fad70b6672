import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { conditionOperators } from './condition.ts';
import { checkConditionKey } from './condition-keys.ts';
import type { Condition, Patterns, PrincipalPatterns, Statement } from './statement.ts';

export interface PolicySource {
  /** `identity`: no Principal allowed. `resource`: Principal required. `trust`: Principal required, no Resource. */
  readonly kind: 'identity' | 'resource' | 'trust';
  /** Prefix of statement ids. */
  readonly id: string;
  readonly origin: string;
}

/** Reads a policy document. Throws naming the statement and what is accepted; nothing of a bad policy is kept. */
export function parsePolicy(document: Json, source: PolicySource): Statement[] {
  if (!isJsonObject(document))
    throw new Error(`${source.origin}: a policy document is an object, got ${show(document)}`);
  const list = Array.isArray(document['Statement']) ? document['Statement'] : [document['Statement']];
  return list.map((raw, index) => parseStatement(raw ?? null, index, source));
}

function parseStatement(raw: Json, index: number, source: PolicySource): Statement {
  const place = `${source.origin}, statement ${index}`;
  if (!isJsonObject(raw)) throw new Error(`${place}: a statement is an object, got ${show(raw)}`);
  const effect = raw['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny')
    throw new Error(`${place}: Effect is Allow or Deny, got ${show(effect)}`);
  const actions = patterns(raw, 'Action', place);
  if (actions === undefined) throw new Error(`${place}: Action or NotAction is required`);
  const resources = patterns(raw, 'Resource', place);
  if (resources === undefined && source.kind !== 'trust')
    throw new Error(`${place}: Resource or NotResource is required`);
  const principals = source.kind === 'identity' ? undefined : parsePrincipal(raw, place);
  if (source.kind === 'identity' && ('Principal' in raw || 'NotPrincipal' in raw)) {
    throw new Error(`${place}: an identity policy has no Principal`);
  }
  return {
    id: `${source.id}#${index}`,
    origin: source.origin,
    effect,
    actions,
    conditions: parseConditions(raw['Condition'], place),
    ...(resources === undefined ? {} : { resources }),
    ...(principals === undefined ? {} : { principals }),
  };
}

function patterns(raw: JsonObject, name: string, place: string): Patterns | undefined {
  const negated = `Not${name}` in raw;
  if (negated && name in raw) throw new Error(`${place}: give ${name} or Not${name}, not both`);
  const value = raw[negated ? `Not${name}` : name];
  if (value === undefined) return undefined;
  const list = strings(value, `${place}, ${name}`);
  const variable = list.find((pattern) => pattern.includes('${'));
  if (variable !== undefined) throw new Error(`${place}: policy variables are not evaluated locally, got ${variable}`);
  return { negated, patterns: list };
}

function parsePrincipal(raw: JsonObject, place: string): PrincipalPatterns {
  const principal = raw['Principal'];
  if (principal === '*') return { anyone: true, aws: [], services: [] };
  if (!isJsonObject(principal)) {
    throw new Error(`${place}: Principal is "*" or an object of AWS and Service, got ${show(principal)}`);
  }
  const unknown = Object.keys(principal).find((key) => key !== 'AWS' && key !== 'Service' && key !== 'Federated');
  if (unknown !== undefined) throw new Error(`${place}: Principal accepts AWS, Service and Federated, got ${unknown}`);
  const aws = strings(principal['AWS'] ?? [], `${place}, Principal.AWS`);
  return {
    anyone: aws.includes('*'),
    aws,
    services: strings(principal['Service'] ?? [], `${place}, Principal.Service`),
  };
}

function parseConditions(raw: Json | undefined, place: string): Condition[] {
  if (raw === undefined) return [];
  if (!isJsonObject(raw)) throw new Error(`${place}: Condition is an object, got ${show(raw)}`);
  return Object.entries(raw).flatMap(([name, keys]) => {
    const match = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(name);
    const operator = match?.[2] ?? '';
    if (!conditionOperators.includes(operator)) {
      throw new Error(
        `${place}: condition operator ${name} is not evaluated; accepted are ${conditionOperators.join(', ')}`,
      );
    }
    if (!isJsonObject(keys)) throw new Error(`${place}: condition ${name} is an object of keys, got ${show(keys)}`);
    const quantifier = match?.[1];
    return Object.entries(keys).map(([key, values]): Condition => {
      checkConditionKey(key, place);
      return {
        operator,
        ifExists: match?.[3] !== undefined,
        key: key.toLowerCase(),
        values: strings(values, `${place}, ${name} ${key}`),
        ...(quantifier === 'ForAllValues' || quantifier === 'ForAnyValue' ? { quantifier } : {}),
      };
    });
  });
}

function strings(value: Json, place: string): string[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  return list.map((entry) => {
    if (typeof entry === 'string') return entry;
    if (typeof entry === 'boolean' || typeof entry === 'number') return String(entry);
    throw new Error(`${place}: a string or a list of strings is accepted, got ${show(entry)}`);
  });
}

function show(value: Json | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
