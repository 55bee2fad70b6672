import { utf8Length } from '../json/utf8-length.ts';

/** All user attributes of a contact together, names and values, in UTF-8 bytes (adminguide: connect-attrib-list). */
const maximumAttributeBytes = 32_768;

/** Why these attributes cannot be set on top of those already there; undefined when they can. */
export const attributeProblem = (
  existing: Readonly<Record<string, string>>,
  added: Readonly<Record<string, string>>,
): string | undefined => {
  const bad = Object.keys(added).find((key) => key === '' || /[$.]/.test(key));
  if (bad !== undefined) return `attribute name "${bad}" is empty or contains $ or a full stop`;
  let bytes = 0;
  for (const [key, value] of Object.entries({ ...existing, ...added })) bytes += utf8Length(key) + utf8Length(value);
  return bytes > maximumAttributeBytes
    ? `attributes would take ${bytes} bytes; accepted: ${maximumAttributeBytes}`
    : undefined;
};
