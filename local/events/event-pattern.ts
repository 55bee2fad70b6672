import { isJsonObject, type Json, type JsonObject } from '../json.ts';

type Test = (value: Json | undefined) => boolean;

/** Reads one operator of a pattern, e.g. `{"prefix": "eu-"}`; all throw on an argument EventBridge would refuse. */
const operators: Readonly<Record<string, (argument: Json) => Test>> = {
  prefix: (argument) => {
    const [wanted, fold] = foldable(argument, 'prefix');
    return (value) => typeof value === 'string' && fold(value).startsWith(wanted);
  },
  suffix: (argument) => {
    const [wanted, fold] = foldable(argument, 'suffix');
    return (value) => typeof value === 'string' && fold(value).endsWith(wanted);
  },
  'equals-ignore-case': (argument) => {
    const wanted = text(argument, 'equals-ignore-case').toLowerCase();
    return (value) => typeof value === 'string' && value.toLowerCase() === wanted;
  },
  wildcard: (argument) => {
    const parts = text(argument, 'wildcard').split('*');
    const pattern = new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's');
    return (value) => typeof value === 'string' && pattern.test(value);
  },
  exists: (argument) => {
    if (typeof argument !== 'boolean') throw refused('exists', argument, 'true or false');
    return (value) => (value !== undefined) === argument;
  },
  numeric: (argument) => {
    const tests = comparisons(argument);
    return (value) => typeof value === 'number' && tests.every((test) => test(value));
  },
  'anything-but': (argument) => {
    const excluded = isJsonObject(argument)
      ? [operatorOf(argument)]
      : (Array.isArray(argument) ? argument : [argument]).map(
          (item): Test =>
            (value) =>
              value === item,
        );
    return (value) => value !== undefined && !excluded.some((test) => test(value));
  },
};

/** Compiles an event pattern (EventBridge user guide, "Comparison operators"); throws naming what it does not know. */
export function compileEventPattern(pattern: JsonObject): (event: JsonObject) => boolean {
  const tests = Object.entries(pattern).map(([name, wanted]): ((event: JsonObject) => boolean) => {
    if (name === '$or') {
      if (!Array.isArray(wanted)) throw refused('$or', wanted, 'a list of patterns');
      const any = wanted.map((each) => compileEventPattern(object(each, '$or')));
      return (event) => any.some((test) => test(event));
    }
    if (Array.isArray(wanted)) {
      if (wanted.length === 0) throw refused(name, wanted, 'a list of at least one value');
      const any = wanted.map((item) => valueTest(item));
      return (event) => {
        const value = event[name];
        const values = Array.isArray(value) ? value : [value];
        return any.some((test) => (values.length === 0 ? test(undefined) : values.some(test)));
      };
    }
    const inner = compileEventPattern(object(wanted, name));
    return (event) => {
      const value = event[name];
      const values = Array.isArray(value) ? value : [value];
      return values.some((each) => inner(isJsonObject(each) ? each : {}));
    };
  });
  return (event) => tests.every((test) => test(event));
}

function valueTest(item: Json): Test {
  return isJsonObject(item) ? operatorOf(item) : (value) => value === item;
}

function operatorOf(item: JsonObject): Test {
  const [[name, argument] = ['', null], ...more] = Object.entries(item);
  const operator = operators[name];
  if (operator === undefined || more.length > 0) {
    throw new Error(
      `Event pattern operator ${JSON.stringify(item)}: accepted is one of ${Object.keys(operators).join(', ')}`,
    );
  }
  return operator(argument);
}

function comparisons(argument: Json): ((value: number) => boolean)[] {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length % 2 !== 0) {
    throw refused('numeric', argument, 'pairs of an operator and a number');
  }
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < argument.length; index += 2) {
    const [sign, bound] = [argument[index], argument[index + 1]];
    if (typeof bound !== 'number') throw refused('numeric', argument, 'numbers as bounds');
    if (sign === '=') tests.push((value) => value === bound);
    else if (sign === '<') tests.push((value) => value < bound);
    else if (sign === '<=') tests.push((value) => value <= bound);
    else if (sign === '>') tests.push((value) => value > bound);
    else if (sign === '>=') tests.push((value) => value >= bound);
    else throw refused('numeric', argument, '=, <, <=, > or >=');
  }
  return tests;
}

function foldable(argument: Json, name: string): [wanted: string, fold: (value: string) => string] {
  if (!isJsonObject(argument)) return [text(argument, name), (value) => value];
  const wanted = text(argument['equals-ignore-case'] ?? null, `${name} equals-ignore-case`);
  return [wanted.toLowerCase(), (value) => value.toLowerCase()];
}

function text(value: Json, name: string): string {
  if (typeof value !== 'string') throw refused(name, value, 'a text');
  return value;
}

function object(value: Json, name: string): JsonObject {
  if (!isJsonObject(value)) throw refused(name, value, 'an object, or a list of values');
  return value;
}

function refused(name: string, value: Json, accepted: string): Error {
  return new Error(`Event pattern "${name}": ${JSON.stringify(value)} found, accepted is ${accepted}`);
}
