import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { ServiceError } from './service-error.ts';

/** Reads the input of an API call; what is missing or malformed is refused as the services do. */
export class CallInput {
  readonly #action: string;
  readonly #input: JsonObject;

  constructor(action: string, input: JsonObject) {
    this.#action = action;
    this.#input = input;
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.#refuse(name, 'a text');
  }

  optionalText(name: string): string | undefined {
    const value = this.#input[name] ?? undefined;
    return value === undefined || typeof value === 'string' ? value : this.#refuse(name, 'a text');
  }

  optionalNumber(name: string): number | undefined {
    const value = this.#input[name] ?? undefined;
    return value === undefined || typeof value === 'number' ? value : this.#refuse(name, 'a number');
  }

  object(name: string): JsonObject {
    const value: Json = this.#input[name] ?? {};
    return isJsonObject(value) ? value : this.#refuse(name, 'an object');
  }

  inputs(name: string): readonly CallInput[] {
    const value: Json = this.#input[name] ?? null;
    if (!Array.isArray(value) || value.length === 0) return this.#refuse(name, 'a list of at least one object');
    return value.map((item) =>
      isJsonObject(item) ? new CallInput(`${this.#action} ${name}`, item) : this.#refuse(name, 'a list of objects'),
    );
  }

  texts(name: string): readonly string[] {
    const value: Json = this.#input[name] ?? [];
    return Array.isArray(value) ? value.map(String) : this.#refuse(name, 'a list of texts');
  }

  #refuse(name: string, accepted: string): never {
    const found = JSON.stringify(this.#input[name]);
    throw new ServiceError('ValidationException', `${this.#action}: ${name} is ${found}; accepted is ${accepted}`);
  }
}

/** The refusal of an API action that the local cloud does not have. */
export function unknownAction(service: string, action: string, known: readonly string[]): ServiceError {
  return new ServiceError(
    'UnknownOperationException',
    `The local cloud has no ${service}:${action}; it has ${known.join(', ')}`,
    404,
  );
}
