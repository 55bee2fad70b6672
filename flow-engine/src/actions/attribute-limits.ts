import { ownObject } from '../json/json.ts';
import { utf8Length } from '../json/utf8-length.ts';
import type { ActionDefinition } from './action-definition.ts';

/** All user attributes of a contact together, names and values, in UTF-8 bytes (adminguide: connect-attrib-list). */
const maximumAttributeBytes = 32_768;

/** Static names that no attribute can have; a name may also be a reference (an AWS sample does it). */
export const attributeNameProblems =
  (parameter: string): NonNullable<ActionDefinition['check']> =>
  ({ parameters }) =>
    Object.keys(ownObject(parameters, parameter) ?? {})
      .filter((name) => isWrongName(name) && !name.includes('$.'))
      .map((name) => ({
        code: 'invalid-attribute-name',
        severity: 'warning',
        property: `Parameters.${parameter}`,
        value: name,
        accepted: 'a name without $ or full stop',
        message: 'no attribute can have this name',
      }));

const isWrongName = (name: string): boolean => name === '' || /[$.]/.test(name);

const lengthOf = (attributes: Readonly<Record<string, string>>): number => {
  let length = 0;
  for (const key in attributes) length += key.length + (attributes[key]?.length ?? 0);
  return length;
};

/** Why these attributes cannot be set on top of those already there; undefined when they can. */
export const attributeProblem = (
  existing: Readonly<Record<string, string>>,
  added: Readonly<Record<string, string>>,
): string | undefined => {
  for (const key in added) if (isWrongName(key)) return `attribute name "${key}" is empty or contains $ or a full stop`;
  // A character takes three bytes at most: most contacts are far from the limit and need no exact count.
  if (3 * (lengthOf(existing) + lengthOf(added)) <= maximumAttributeBytes) return undefined;
  let bytes = 0;
  for (const [key, value] of Object.entries({ ...existing, ...added })) bytes += utf8Length(key) + utf8Length(value);
  return bytes > maximumAttributeBytes
    ? `attributes would take ${bytes} bytes; accepted: ${maximumAttributeBytes}`
    : undefined;
};
