import { isJsonObject, type JsonObject } from '../../json.ts';
import { ServiceError } from '../../service-error.ts';
import type { Contact } from '../contact.ts';
import { idOf } from '../model/arns.ts';
import { now, type World } from '../world.ts';

/** Reads the input of an API call; every refusal is the error the service models, naming member, value and what is accepted. */
export class ApiInput {
  readonly #values: JsonObject;

  constructor(values: JsonObject) {
    this.#values = values;
  }

  has(name: string): boolean {
    return (this.#values[name] ?? null) !== null;
  }

  refuse(name: string, accepted: string, code = 'InvalidParameterException'): ServiceError {
    return new ServiceError(
      code,
      `${name} is ${JSON.stringify(this.#values[name] ?? null)}; accepted: ${accepted}`,
      400,
    );
  }

  text(name: string, accepted = 'a text'): string {
    const value = this.#values[name];
    if (typeof value !== 'string' || value === '') throw this.refuse(name, accepted);
    return value;
  }

  optionalText(name: string, longest = 100_000): string | undefined {
    if (!this.has(name)) return undefined;
    const value = this.text(name);
    if (value.length > longest) throw this.refuse(name, `at most ${longest} characters`);
    return value;
  }

  optionalInteger(name: string, least: number, most: number): number | undefined {
    if (!this.has(name)) return undefined;
    const value = this.#values[name];
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most)
      throw this.refuse(name, `an integer from ${least} to ${most}`);
    return number;
  }

  texts(name: string): string[] {
    const value = this.#values[name];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) throw this.refuse(name, 'a list of texts');
    return value.map((item: unknown) => {
      if (typeof item !== 'string') throw this.refuse(name, 'a list of texts');
      return item;
    });
  }

  objects(name: string): ApiInput[] {
    const value = this.#values[name];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) throw this.refuse(name, 'a list');
    return value.map((item: unknown) => {
      if (!isJsonObject(item)) throw this.refuse(name, 'a list of objects');
      return new ApiInput(item);
    });
  }

  object(name: string): ApiInput {
    const value = this.#values[name];
    if (value !== undefined && value !== null && !isJsonObject(value)) throw this.refuse(name, 'an object');
    return new ApiInput(value ?? {});
  }

  /** A map of texts, e.g. contact attributes: keys of letters, digits, - and _; at most 32,768 bytes altogether. */
  attributes(name: string): Record<string, string> {
    const value = this.#values[name];
    if (value === undefined || value === null) return {};
    if (!isJsonObject(value)) throw this.refuse(name, 'a map of texts');
    const attributes: Record<string, string> = {};
    let bytes = 0;
    for (const [key, text] of Object.entries(value)) {
      if (!/^[\w-]{1,32767}$/.test(key) || typeof text !== 'string')
        throw this.refuse(name, 'keys of letters, digits, - and _, with texts as values');
      attributes[key] = text;
      bytes += Buffer.byteLength(key) + Buffer.byteLength(text);
    }
    if (bytes > 32_768) throw this.refuse(name, 'at most 32768 bytes');
    return attributes;
  }
}

/** Refuses calls about another instance. */
export function requireInstance(world: World, input: ApiInput): void {
  const id = idOf(input.text('InstanceId'));
  if (id !== world.instance.id)
    throw new ServiceError(
      'ResourceNotFoundException',
      `no instance ${id}; the local cloud runs ${world.instance.id}`,
      404,
    );
}

/** A contact by id, or ResourceNotFoundException. */
export function requireContact(world: World, id: string): Contact {
  const contact = world.contacts.get(idOf(id));
  if (contact === undefined)
    throw new ServiceError('ResourceNotFoundException', `no contact ${id} in the instance`, 404);
  return contact;
}

/** Runs a lookup in the instance, as ResourceNotFoundException when it fails. */
export function found<T>(lookup: () => T): T {
  try {
    return lookup();
  } catch (error) {
    throw new ServiceError('ResourceNotFoundException', error instanceof Error ? error.message : String(error), 404);
  }
}

/** Whether something happened before this instant: facts of the instant itself are not settled yet. */
export const isPast = (world: World, at: number | undefined): at is number => at !== undefined && at < now(world);
