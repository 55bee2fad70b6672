/**
 * Where a value may come from. `static`: written in the flow; `reference`: exactly one JSONPath; `either`: one or the other, never mixed;
 * `template`: text with any number of references.
 */
type Origin = 'static' | 'reference' | 'either' | 'template';

interface Base {
  readonly required?: boolean;
  /** Why a rule is not certain, when sources conflict. Such a rule yields warnings, not errors. */
  readonly unconfirmed?: string;
}

export interface StringRule extends Base {
  readonly kind: 'string';
  readonly origin: Origin;
  readonly maximumLength?: number;
}
export interface IntegerRule extends Base {
  readonly kind: 'integer';
  readonly origin: Origin;
  readonly minimum: number;
  readonly maximum: number;
}
export interface ChoiceRule extends Base {
  readonly kind: 'choice';
  readonly origin: Origin;
  readonly values: readonly string[];
}
export interface ListRule extends Base {
  readonly kind: 'list';
  readonly of: ParameterRule;
  readonly minimum?: number;
}
export interface MapRule extends Base {
  readonly kind: 'map';
  readonly of: ParameterRule;
}
export interface ObjectRule extends Base {
  readonly kind: 'object';
  readonly properties: Readonly<Record<string, ParameterRule>>;
  readonly exactlyOne?: readonly (readonly string[])[];
  readonly atMostOne?: readonly (readonly string[])[];
  readonly atLeastOne?: readonly (readonly string[])[];
}
export interface JsonRule extends Base {
  readonly kind: 'json';
}

export type ParameterRule = StringRule | IntegerRule | ChoiceRule | ListRule | MapRule | ObjectRule | JsonRule;

type Options<R> = Partial<Omit<R, 'kind'>>;

export const string = (options: Options<StringRule> = {}): StringRule => ({
  kind: 'string',
  origin: 'static',
  ...options,
});
export const template = (options: Options<StringRule> = {}): StringRule => ({
  kind: 'string',
  origin: 'template',
  ...options,
});
/** An id, ARN or other value that is static or one JSONPath. */
export const id = (options: Options<StringRule> = {}): StringRule => ({ kind: 'string', origin: 'either', ...options });
export const neededId = id({ required: true });
export const integer = (minimum: number, maximum: number, options: Options<IntegerRule> = {}): IntegerRule => ({
  kind: 'integer',
  origin: 'either',
  minimum,
  maximum,
  ...options,
});
export const choice = (values: readonly string[], options: Options<ChoiceRule> = {}): ChoiceRule => ({
  kind: 'choice',
  origin: 'static',
  values,
  ...options,
});
/** "True"/"False": exports write both this and lower case. */
export const flag = (options: Options<ChoiceRule> = {}): ChoiceRule =>
  choice(['True', 'False', 'true', 'false'], options);
export const list = (of: ParameterRule, options: Options<ListRule> = {}): ListRule => ({
  kind: 'list',
  of,
  ...options,
});
export const map = (of: ParameterRule, options: Options<MapRule> = {}): MapRule => ({ kind: 'map', of, ...options });
export const object = (properties: Record<string, ParameterRule>, options: Options<ObjectRule> = {}): ObjectRule => ({
  kind: 'object',
  properties,
  ...options,
});
export const json = (options: Options<JsonRule> = {}): JsonRule => ({ kind: 'json', ...options });
