import type { ObjectRule, ParameterRule, StringRule } from '../actions/parameter-rule.ts';
import type { Severity } from '../finding.ts';
import { isJsonObject, type JsonObject, type JsonValue, own } from '../json/json.ts';
import { shorten } from '../json/shorten.ts';
import { parseJsonPath } from '../reference/json-path.ts';
import { type Problem, warning } from './report.ts';

type Report = (problem: Omit<Problem, 'source'>) => void;

const severityOf = (rule: ParameterRule): Severity => (rule.unconfirmed === undefined ? 'error' : 'warning');

/** Checks a value against its rule; `path` is where it stands, e.g. `Parameters.Media.Uri`. */
export const checkRule = (rule: ParameterRule, value: JsonValue, path: string, report: Report): void => {
  const wrong = (accepted: string, message: string): void =>
    report({
      code: 'invalid-parameter',
      severity: severityOf(rule),
      property: path,
      value: shorten(value),
      accepted,
      message,
    });
  switch (rule.kind) {
    case 'json':
      return;
    case 'object':
      if (isJsonObject(value)) checkObject(rule, value, path, report);
      else if (!isReference(value)) wrong('an object', `${path} must be an object`);
      return;
    case 'map':
      if (isJsonObject(value))
        for (const [key, item] of Object.entries(value)) checkRule(rule.of, item, `${path}.${key}`, report);
      else wrong('an object', `${path} must be an object`);
      return;
    case 'list':
      if (!Array.isArray(value)) {
        wrong('a list', `${path} must be a list`);
        return;
      }
      if (value.length < (rule.minimum ?? 0)) wrong(`${rule.minimum} or more`, `${path} has ${value.length} items`);
      for (const [index, item] of value.entries()) checkRule(rule.of, item, `${path}[${index}]`, report);
      return;
    case 'integer':
      if (isAllowedReference(rule.origin, value)) return;
      if (
        !/^-?\d+$/.test(textOf(value)) ||
        !(Number(textOf(value)) >= rule.minimum && Number(textOf(value)) <= rule.maximum)
      )
        wrong(
          `${rule.minimum} to ${rule.maximum}${rule.origin === 'static' ? ', static' : ''}`,
          `${path} is out of range`,
        );
      else if (typeof value !== 'string') checkScalar(value, path, report);
      return;
    case 'choice':
      if (isAllowedReference(rule.origin, value)) return;
      if (!rule.values.includes(textOf(value)))
        wrong(rule.values.join(', '), `${path} has a value that is not in the list`);
      else if (typeof value !== 'string') checkScalar(value, path, report);
      return;
    case 'string':
      checkString(rule, value, path, report, wrong);
  }
};

const textOf = (value: JsonValue): string =>
  typeof value === 'string' ? value : typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value);
const isReference = (value: JsonValue): boolean => typeof value === 'string' && parseJsonPath(value) !== undefined;
const isAllowedReference = (origin: StringRule['origin'], value: JsonValue): boolean =>
  origin !== 'static' && isReference(value);

/** Exports hold every scalar as text; whether the service takes a bare number or boolean is not known. */
const checkScalar = (value: JsonValue, path: string, report: Report): void =>
  report({
    code: 'not-a-string',
    ...warning,
    property: path,
    value: shorten(value),
    accepted: `"${textOf(value)}"`,
    message: `${path} should be a text, as exports write it`,
  });

const checkString = (
  rule: StringRule,
  value: JsonValue,
  path: string,
  report: Report,
  wrong: (accepted: string, message: string) => void,
): void => {
  if (typeof value !== 'string') {
    if (typeof value === 'object') wrong('a text', `${path} must be a text`);
    else checkScalar(value, path, report);
    return;
  }
  if (rule.required === true && value === '') wrong('a text that is not empty', `${path} is empty`);
  if (rule.maximumLength !== undefined && value.length > rule.maximumLength)
    wrong(`up to ${rule.maximumLength} characters`, `${path} has ${value.length} characters`);
  const hasReference = value.includes('$.');
  if (rule.origin === 'reference' && !isReference(value))
    wrong('one JSONPath reference', `${path} must be a single reference`);
  if (rule.origin === 'either' && hasReference && !isReference(value))
    wrong('a static value or one JSONPath reference', `${path} mixes text and references`);
  if (rule.origin === 'static' && isReference(value)) wrong('a static value', `${path} must be static`);
};

const checkObject = (rule: ObjectRule, value: JsonObject, path: string, report: Report): void => {
  const isPresent = (name: string): boolean => own(value, name) !== undefined && own(value, name) !== null;
  for (const [name, item] of Object.entries(value)) {
    const known = own(rule.properties, name);
    if (known !== undefined) {
      if (item !== null) checkRule(known, item, `${path}.${name}`, report);
    } else
      report({
        code: 'unknown-property',
        severity: severityOf(rule),
        property: `${path}.${name}`,
        value: shorten(item),
        accepted: Object.keys(rule.properties).join(', ') || 'none',
        message: `Invalid Action property name. Path: ${path}.${name}`,
      });
  }
  for (const [name, property] of Object.entries(rule.properties))
    if (property.required === true && !isPresent(name))
      report({
        code: 'missing-property',
        severity: severityOf(property),
        property: `${path}.${name}`,
        message: `Action is missing required property ${name}`,
      });
  const sets = [
    ...(rule.exactlyOne ?? []).map((names) => ({ names, least: 1, most: 1 })),
    ...(rule.atMostOne ?? []).map((names) => ({ names, least: 0, most: 1 })),
    ...(rule.atLeastOne ?? []).map((names) => ({ names, least: 1, most: Number.POSITIVE_INFINITY })),
  ];
  for (const { names, least, most } of sets) {
    const present = names.filter(isPresent);
    if (present.length > most)
      report({
        code: 'exclusive-parameters',
        property: path,
        value: present.join(', '),
        accepted: 'one of them',
        message: `Only one of these properties may be defined [${names.join(', ')}]`,
      });
    if (present.length < least)
      report({
        code: 'missing-property',
        property: path,
        accepted: names.join(', '),
        message: `Action is missing required property: one of [${names.join(', ')}]`,
      });
  }
};
