import type { ResolvedResource } from '../../assembly/resource.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';

/** Reads the properties of a resource; every refusal names the resource, the property, the value and what is accepted. */
export class Properties {
  readonly #values: JsonObject;
  readonly #where: string;

  constructor(values: JsonObject, where: string) {
    this.#values = values;
    this.#where = where;
  }

  static of(resource: ResolvedResource): Properties {
    return new Properties(resource.properties, `${resource.path} (${resource.type})`);
  }

  value(name: string): Json | undefined {
    return this.#values[name];
  }

  refuse(name: string, accepted: string): Error {
    const value = JSON.stringify(this.#values[name] ?? null);
    return new Error(`${this.#where}: ${name} is ${value}; accepted: ${accepted}`);
  }

  text(name: string, accepted = 'a text'): string {
    const value = this.#values[name];
    if (typeof value !== 'string' || value === '') throw this.refuse(name, accepted);
    return value;
  }

  optionalText(name: string): string | undefined {
    return this.#values[name] === undefined ? undefined : this.text(name);
  }

  choice<T extends string>(name: string, choices: readonly T[], fallback?: T): T {
    const value = this.#values[name] ?? fallback;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw this.refuse(name, choices.join(', '));
    return found;
  }

  /** An integer; templates may write it as text. */
  integer(name: string, least: number, most: number): number {
    const value = this.#values[name];
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most)
      throw this.refuse(name, `an integer from ${least} to ${most}`);
    return number;
  }

  optionalInteger(name: string, least: number, most: number): number | undefined {
    return this.#values[name] === undefined ? undefined : this.integer(name, least, most);
  }

  boolean(name: string, fallback = false): boolean {
    const value = this.#values[name] ?? fallback;
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw this.refuse(name, 'true or false');
  }

  object(name: string): Properties {
    const value = this.#values[name];
    if (!isJsonObject(value)) throw this.refuse(name, 'an object');
    return new Properties(value, `${this.#where}.${name}`);
  }

  optionalObject(name: string): Properties | undefined {
    return this.#values[name] === undefined ? undefined : this.object(name);
  }

  objects(name: string): Properties[] {
    const value = this.#values[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.refuse(name, 'a list of objects');
    return value.map((item, index) => {
      if (!isJsonObject(item)) throw this.refuse(name, 'a list of objects');
      return new Properties(item, `${this.#where}.${name}[${index}]`);
    });
  }

  texts(name: string): string[] {
    const value = this.#values[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.refuse(name, 'a list of texts');
    return value.map((item: Json) => {
      if (typeof item !== 'string') throw this.refuse(name, 'a list of texts');
      return item;
    });
  }

  /** Runs a lookup that may fail, and says where the value came from. */
  within<T>(name: string, lookup: () => T): T {
    try {
      return lookup();
    } catch (error) {
      throw this.refuse(name, error instanceof Error ? error.message : String(error));
    }
  }
}
