import { isJsonObject, type Json } from '../json.ts';

/** Logical ids that a value names through `Ref`, `Fn::GetAtt` or `Fn::Sub` (pseudo parameters and parameters included). */
export function referencesOf(value: Json | undefined, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) referencesOf(item, found);
  } else if (isJsonObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Ref' && typeof inner === 'string') found.add(inner);
      else if (key === 'Fn::GetAtt') found.add(getAttTarget(inner)[0]);
      else if (key === 'Fn::Sub') addSubReferences(inner, found);
      else referencesOf(inner, found);
    }
  }
  return found;
}

/** `["Id", "Attribute"]` or `"Id.Attribute"` -> both parts. */
export function getAttTarget(value: Json): [logicalId: string, attribute: string] {
  if (Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string') return [value[0], value[1]];
  if (typeof value === 'string' && value.includes('.')) {
    const dot = value.indexOf('.');
    return [value.slice(0, dot), value.slice(dot + 1)];
  }
  throw new Error(`Fn::GetAtt ${JSON.stringify(value)}: expected ["LogicalId", "Attribute"] or "LogicalId.Attribute"`);
}

export const subPlaceholder = /\$\{(!?)([^}]*)\}/g;

function addSubReferences(value: Json, found: Set<string>): void {
  const [text, variables] = Array.isArray(value) ? value : [value, {}];
  if (typeof text !== 'string') return;
  const own = isJsonObject(variables) ? variables : {};
  for (const [, literal, name] of text.matchAll(subPlaceholder)) {
    if (literal === '!' || name === undefined || name in own) continue;
    found.add(name.split('.')[0] ?? name);
  }
  referencesOf(own, found);
}
