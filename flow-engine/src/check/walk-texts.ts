import { isJsonObject, type JsonValue } from '../json/json.ts';

/** Every text inside a value, with its path, e.g. `Parameters.Attributes.nom`. */
export const walkTexts = (value: JsonValue, path: string, visit: (text: string, path: string) => void): void => {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) walkTexts(item, `${path}[${index}]`, visit);
  else if (isJsonObject(value))
    for (const [key, item] of Object.entries(value)) walkTexts(item, `${path}.${key}`, visit);
};
