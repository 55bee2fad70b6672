export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads an *own* property: `__proto__` or `constructor` in someone's JSON is data here, never the prototype. */
export const own = <T>(object: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;

export const ownObject = (object: JsonObject | undefined, key: string): JsonObject | undefined => {
  const value = own(object, key);
  return isJsonObject(value) ? value : undefined;
};

export const ownString = (object: JsonObject | undefined, key: string): string | undefined => {
  const value = own(object, key);
  return typeof value === 'string' ? value : undefined;
};

export const ownArray = (object: JsonObject | undefined, key: string): readonly JsonValue[] | undefined => {
  const value = own(object, key);
  return Array.isArray(value) ? value : undefined;
};

/** A record whose keys come from outside: no prototype, so no key is special. */
export const emptyRecord = <T>(): Record<string, T> => {
  const record: Record<string, T> = Object.create(null);
  return record;
};

export const recordFrom = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> => {
  const record = emptyRecord<T>();
  for (const [key, value] of entries) record[key] = value;
  return record;
};
