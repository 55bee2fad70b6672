import { type JsonPath, readJsonPath } from './json-path.ts';

/** A text split into literal parts and references: `parts.length === 1` and a path means "exactly one reference". */
export interface Template {
  readonly source: string;
  readonly parts: readonly (string | JsonPath)[];
}

const compile = (source: string): Template => {
  const parts: (string | JsonPath)[] = [];
  let literalFrom = 0;
  let index = source.indexOf('$.');
  while (index !== -1) {
    const read = readJsonPath(source, index);
    if (read === undefined) {
      index = source.indexOf('$.', index + 2);
      continue;
    }
    if (index > literalFrom) parts.push(source.slice(literalFrom, index));
    parts.push(read.path);
    literalFrom = read.end;
    index = source.indexOf('$.', literalFrom);
  }
  if (literalFrom < source.length) parts.push(source.slice(literalFrom));
  return { source, parts };
};

const maximumCached = 20_000;
const compiled = new Map<string, Template>();

/** Compiled once per distinct text; only texts written in flows come here, the bound guards against generated floods. */
export const template = (source: string): Template => {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  if (compiled.size >= maximumCached) compiled.clear();
  const fresh = compile(source);
  compiled.set(source, fresh);
  return fresh;
};

/** The single reference a template consists of, if it is one. */
export const soleReference = (parsed: Template): JsonPath | undefined => {
  const [only, second] = parsed.parts;
  return second === undefined && typeof only === 'object' ? only : undefined;
};

export const referencesIn = (source: string): readonly JsonPath[] =>
  template(source).parts.filter((part) => typeof part === 'object');
