import { isJsonObject, type JsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';

export function requiredText(input: JsonObject, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new ServiceError('ValidationException', `${name}: a text is required, got ${JSON.stringify(value ?? null)}`);
}

export function optionalObject(input: JsonObject, name: string): JsonObject {
  const value = input[name] ?? {};
  if (isJsonObject(value)) return value;
  throw new ServiceError('ValidationException', `${name}: an object is accepted, got ${JSON.stringify(value)}`);
}
