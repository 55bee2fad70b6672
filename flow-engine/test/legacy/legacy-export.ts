import type { JsonObject, JsonValue } from '../../src/index.ts';

/** `{name: value}` for static parameters, `[namespace, value]` for dynamic ones. */
type Parameters = Readonly<Record<string, JsonValue>>;
export type Branch = readonly [condition: string, transition: string, conditionType?: string, value?: JsonValue];

const parameter = ([name, value]: [string, JsonValue]): JsonObject =>
  Array.isArray(value)
    ? { name, namespace: value[0] ?? null, value: value[1] ?? null }
    : { name, namespace: null, value };

/** A block as the console wrote it before 2021. */
export const block = (
  id: string,
  kind: string,
  parameters: Parameters | readonly JsonObject[],
  ...branches: readonly Branch[]
): JsonObject => {
  const [type = '', target] = kind.split(':');
  return {
    id,
    type,
    branches: branches.map(([condition, transition, conditionType, conditionValue]) => ({
      condition,
      transition,
      ...(conditionType === undefined ? {} : { conditionType }),
      ...(conditionValue === undefined ? {} : { conditionValue }),
    })),
    parameters: Array.isArray(parameters) ? [...parameters] : Object.entries(parameters).map(parameter),
    metadata: { position: { x: 10, y: 20 } },
    ...(target === undefined ? {} : { target }),
  };
};

export const legacyExport = (modules: readonly JsonValue[], type = 'contactFlow'): JsonObject => {
  const [first] = modules;
  const start = typeof first === 'object' && first !== null && !Array.isArray(first) ? (first['id'] ?? '') : '';
  return {
    modules: [...modules],
    version: '1',
    type,
    start,
    metadata: { entryPointPosition: { x: 1, y: 2 }, name: 'Accueil 2019', type, status: 'published' },
  };
};
