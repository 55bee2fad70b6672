/** One refused field: where it is (`numbers[0].flow`), what it holds, and what is accepted. */
export interface Refusal {
  readonly field: string;
  readonly value: unknown;
  readonly accepted: string;
}

/** Reads one value. Answers undefined when it refused the value, having told `refuse` why: all refusals are gathered, not only the first. */
export type Parser<T> = (value: unknown, field: string, refuse: (refusal: Refusal) => void) => T | undefined;

/** A field that may be absent. `null` is not absence. */
export interface Optional<T> {
  readonly optional: Parser<T>;
}

type Field = Parser<unknown> | Optional<unknown>;

type Parsed<F extends Readonly<Record<string, Field>>> = {
  readonly [K in keyof F as F[K] extends Optional<unknown> ? never : K]: F[K] extends Parser<infer T> ? T : never;
} & {
  readonly [K in keyof F as F[K] extends Optional<unknown> ? K : never]?: F[K] extends Optional<infer T> ? T : never;
};

export function optional<T>(parser: Parser<T>): Optional<T> {
  return { optional: parser };
}

/** A string that matches `pattern`; `accepted` says so in words and shows one. */
export function text(pattern: RegExp, accepted: string): Parser<string> {
  return (value, field, refuse) => {
    if (typeof value === 'string' && pattern.test(value)) {
      return value;
    }
    refuse({ field, value, accepted });
    return undefined;
  };
}

export function whole(least: number, most: number): Parser<number> {
  return (value, field, refuse) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
      return value;
    }
    refuse({ field, value, accepted: `a whole number from ${least} to ${most}` });
    return undefined;
  };
}

export const yesOrNo: Parser<boolean> = (value, field, refuse) => {
  if (typeof value === 'boolean') {
    return value;
  }
  refuse({ field, value, accepted: 'true or false' });
  return undefined;
};

export function oneOf<const T extends string>(values: readonly T[]): Parser<T> {
  return (value, field, refuse) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) {
      refuse({ field, value, accepted: `one of ${values.map((one) => `"${one}"`).join(', ')}` });
    }
    return found;
  };
}

/** A list of at least `least` items; `same` names what makes two items the same, which is refused. */
export function list<T>(
  item: Parser<T>,
  rule: { readonly least: number; readonly same: (item: T) => string },
): Parser<readonly T[]> {
  return (value, field, refuse) => {
    if (!Array.isArray(value) || value.length < rule.least) {
      refuse({ field, value, accepted: `a list of at least ${rule.least} item${rule.least === 1 ? '' : 's'}` });
      return undefined;
    }
    const items = value.map((one, index) => item(one, `${field}[${index}]`, refuse));
    const seen = new Map<string, number>();
    for (const [index, one] of items.entries()) {
      if (one === undefined) {
        continue;
      }
      const first = seen.get(rule.same(one));
      if (first !== undefined) {
        refuse({
          field: `${field}[${index}]`,
          value: value[index],
          accepted: `each once; the same is in ${field}[${first}]`,
        });
      }
      seen.set(rule.same(one), index);
    }
    return allDefined(items);
  };
}

/** An object used as a map. */
export function map<T>(key: RegExp, acceptedKey: string, item: Parser<T>): Parser<Readonly<Record<string, T>>> {
  return (value, field, refuse) => {
    if (!isObject(value)) {
      refuse({ field, value, accepted: 'an object' });
      return undefined;
    }
    const result: Record<string, T> = {};
    for (const [name, one] of Object.entries(value)) {
      if (!key.test(name)) {
        refuse({ field, value: name, accepted: acceptedKey });
      }
      const parsed = item(one, `${field}["${name}"]`, refuse);
      if (parsed !== undefined) {
        result[name] = parsed;
      }
    }
    return result;
  };
}

/** An object with exactly these fields: an unknown one is refused, since it is a misspelt one. */
export function object<F extends Readonly<Record<string, Field>>>(fields: F): Parser<Parsed<F>> {
  return (value, field, refuse) => {
    const names = Object.keys(fields);
    if (!isObject(value)) {
      refuse({ field, value, accepted: `an object with ${names.join(', ')}` });
      return undefined;
    }
    const prefix = field === '' ? '' : `${field}.`;
    for (const name of Object.keys(value).filter((one) => !names.includes(one))) {
      refuse({
        field: `${prefix}${name}`,
        value: value[name],
        accepted: `no such field; there are ${names.join(', ')}`,
      });
    }
    const result: Record<string, unknown> = {};
    let complete = true;
    for (const [name, rule] of Object.entries(fields)) {
      const isOptional = typeof rule !== 'function';
      if (isOptional && value[name] === undefined) {
        continue;
      }
      const parser = isOptional ? rule.optional : rule;
      const parsed = parser(value[name], `${prefix}${name}`, refuse);
      complete = complete && parsed !== undefined;
      result[name] = parsed;
    }
    // The loop above filled every required field with what its own parser answered.
    return complete ? (result as Parsed<F>) : undefined;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function allDefined<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const defined = items.filter((item) => item !== undefined);
  return defined.length === items.length ? defined : undefined;
}
