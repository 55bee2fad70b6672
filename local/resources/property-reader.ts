import type { ResolvedResource } from '../assembly/resource.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** Reads the properties of one resource, naming resource, property, value and accepted form in every error. */
export class PropertyReader {
  readonly #where: string;
  readonly #properties: JsonObject;
  readonly #prefix: string;

  constructor(resource: Pick<ResolvedResource, 'type' | 'logicalId' | 'stack' | 'properties'>);
  constructor(where: string, properties: JsonObject, prefix: string);
  constructor(
    source: string | Pick<ResolvedResource, 'type' | 'logicalId' | 'stack' | 'properties'>,
    properties?: JsonObject,
    prefix = '',
  ) {
    this.#where = typeof source === 'string' ? source : `${source.type} ${source.logicalId} of stack ${source.stack}`;
    this.#properties = properties ?? (typeof source === 'string' ? {} : source.properties);
    this.#prefix = prefix;
  }

  /** Refuses properties other than these: one that is not understood would be silently ignored. */
  accept(...names: readonly string[]): this {
    for (const name of Object.keys(this.#properties)) {
      if (!names.includes(name)) {
        throw new Error(
          `${this.#where}: property "${this.#prefix}${name}" is not supported by the local cloud; it knows ${names.join(', ')}`,
        );
      }
    }
    return this;
  }

  has(name: string): boolean {
    return this.#properties[name] !== undefined;
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.#missing(name, 'a text');
  }

  optionalText(name: string): string | undefined {
    const value = this.#properties[name];
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.#refuse(name, value, 'a text');
  }

  number(name: string, absent: number): number {
    const value = this.#properties[name];
    if (value === undefined) return absent;
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : this.#refuse(name, value, 'a number');
  }

  flag(name: string, absent: boolean): boolean {
    const value = this.#properties[name];
    if (value === undefined) return absent;
    if (value === true || value === 'true') return true;
    return value === false || value === 'false' ? false : this.#refuse(name, value, 'true or false');
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((item) =>
      typeof item === 'string' ? item : this.#refuse(name, item, 'a list of texts'),
    );
  }

  list(name: string): readonly Json[] {
    const value = this.#properties[name] ?? [];
    return Array.isArray(value) ? value : this.#refuse(name, value, 'a list');
  }

  /** The property as it is; null when absent. */
  json(name: string): Json {
    return this.#properties[name] ?? null;
  }

  object(name: string): PropertyReader {
    return this.optionalObject(name) ?? this.#missing(name, 'an object');
  }

  optionalObject(name: string): PropertyReader | undefined {
    const value = this.#properties[name];
    if (value === undefined) return undefined;
    if (!isJsonObject(value)) return this.#refuse(name, value, 'an object');
    return new PropertyReader(this.#where, value, `${this.#prefix}${name}.`);
  }

  objects(name: string): readonly PropertyReader[] {
    return this.list(name).map((item, index) =>
      isJsonObject(item)
        ? new PropertyReader(this.#where, item, `${this.#prefix}${name}[${index}].`)
        : this.#refuse(name, item, 'a list of objects'),
    );
  }

  /** A flat object of texts, e.g. environment variables. */
  textMap(name: string): Readonly<Record<string, string>> {
    const value = this.#properties[name] ?? {};
    if (!isJsonObject(value)) return this.#refuse(name, value, 'an object');
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)]));
  }

  /** An error about one property. */
  error(name: string, accepted: string): Error {
    const value = JSON.stringify(this.#properties[name]);
    return new Error(`${this.#where}: property "${this.#prefix}${name}" is ${value}; accepted is ${accepted}`);
  }

  #missing(name: string, accepted: string): never {
    throw new Error(`${this.#where}: property "${this.#prefix}${name}" is missing; accepted is ${accepted}`);
  }

  #refuse(name: string, value: Json, accepted: string): never {
    throw new Error(
      `${this.#where}: property "${this.#prefix}${name}" is ${JSON.stringify(value)}; accepted is ${accepted}`,
    );
  }
}
