import type { Finding } from '../finding.ts';
import { isJsonObject, type JsonObject, type JsonValue, own, ownArray, ownObject, ownString } from '../json/json.ts';
import { shorten } from '../json/shorten.ts';
import type { Action, Condition, ErrorBranch } from '../model/flow.ts';

const isPresent = (object: JsonObject, key: string): boolean => {
  const value = own(object, key);
  return value !== undefined && value !== null;
};

const operandsOf = (condition: JsonObject | undefined): readonly string[] =>
  (ownArray(condition, 'Operands') ?? []).map((operand) =>
    typeof operand === 'string' ? operand : (JSON.stringify(operand) ?? ''),
  );

const parseConditions = (transitions: JsonObject): readonly Condition[] =>
  (ownArray(transitions, 'Conditions') ?? []).filter(isJsonObject).map((entry) => {
    const condition = ownObject(entry, 'Condition');
    return {
      operator: ownString(condition, 'Operator') ?? '',
      operands: operandsOf(condition),
      nextAction: ownString(entry, 'NextAction') ?? '',
    };
  });

const parseErrors = (transitions: JsonObject): readonly ErrorBranch[] =>
  (ownArray(transitions, 'Errors') ?? []).filter(isJsonObject).map((entry) => ({
    errorType: ownString(entry, 'ErrorType') ?? '',
    nextAction: ownString(entry, 'NextAction') ?? '',
  }));

/** One action; undefined when it has no usable Identifier and Type. Parameters, Conditions and Errors may be absent or null. */
export const parseAction = (value: JsonValue): Action | undefined => {
  if (!isJsonObject(value)) return undefined;
  const identifier = ownString(value, 'Identifier');
  const type = ownString(value, 'Type');
  if (identifier === undefined || identifier === '' || type === undefined || type === '') return undefined;
  const transitions = ownObject(value, 'Transitions') ?? {};
  const nextAction = ownString(transitions, 'NextAction');
  return {
    identifier,
    type,
    parameters: ownObject(value, 'Parameters') ?? {},
    ...(nextAction === undefined || nextAction === '' ? {} : { nextAction }),
    conditions: parseConditions(transitions),
    errors: parseErrors(transitions),
    written: {
      transitions: isPresent(value, 'Transitions'),
      conditions: isPresent(transitions, 'Conditions'),
      errors: isPresent(transitions, 'Errors'),
      nextAction: isPresent(transitions, 'NextAction'),
    },
  };
};

type Problem = Omit<Finding, 'flow' | 'source'>;

const shapes: readonly [name: string, isRight: (value: JsonValue) => boolean, accepted: string][] = [
  ['Identifier', (value) => typeof value === 'string' && value !== '', 'a text of 1 to 50 characters'],
  ['Type', (value) => typeof value === 'string' && value !== '', 'an action type'],
  ['Parameters', isJsonObject, 'an object'],
  ['Transitions', isJsonObject, 'an object'],
];

/** What is wrong with the shape of an action, before its meaning is looked at. */
export const actionProblems = (value: JsonValue, index: number): readonly Problem[] => {
  const at = `Actions[${index}]`;
  if (!isJsonObject(value))
    return [
      {
        code: 'malformed-action',
        severity: 'error',
        property: at,
        value: shorten(value),
        accepted: 'an object',
        message: 'an action must be an object',
      },
    ];
  const identifier = ownString(value, 'Identifier');
  const report = (property: string, found: JsonValue | undefined, accepted: string, message: string): Problem => ({
    code: found === undefined ? 'missing-property' : 'malformed-action',
    severity: 'error',
    ...(identifier === undefined ? {} : { action: identifier }),
    property: `${at}.${property}`,
    value: shorten(found ?? null),
    accepted,
    message,
  });
  const problems: Problem[] = [];
  for (const [name, isRight, accepted] of shapes) {
    const found = own(value, name);
    // A console export writes `Parameters: null` where there are none; CreateContactFlow insists on Transitions.
    if (name === 'Parameters' && (found === undefined || found === null)) continue;
    if (found === undefined)
      problems.push(report(name, found, accepted, `Action is missing required property ${name}`));
    else if (!isRight(found)) problems.push(report(name, found, accepted, `${name} has the wrong form`));
  }
  for (const name of Object.keys(value))
    if (!['Identifier', 'Type', 'Parameters', 'Transitions'].includes(name))
      problems.push({
        ...report(
          name,
          own(value, name),
          'Identifier, Type, Parameters, Transitions',
          `Invalid Action property name. Path: ${at}.${name}`,
        ),
        code: 'unknown-property',
      });
  return [...problems, ...transitionProblems(value, report)];
};

const transitionProblems = (
  action: JsonObject,
  report: (property: string, found: JsonValue | undefined, accepted: string, message: string) => Problem,
): readonly Problem[] => {
  const transitions = ownObject(action, 'Transitions') ?? {};
  const problems: Problem[] = [];
  const next = own(transitions, 'NextAction');
  if (next !== undefined && next !== null && typeof next !== 'string')
    problems.push(
      report('Transitions.NextAction', next, 'the Identifier of an action', 'NextAction has the wrong form'),
    );
  for (const name of ['Conditions', 'Errors']) {
    const list = own(transitions, name);
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) {
      problems.push(report(`Transitions.${name}`, list, 'a list', `${name} must be a list`));
      continue;
    }
    for (const [index, entry] of list.entries()) {
      const target = isJsonObject(entry) ? ownString(entry, 'NextAction') : undefined;
      const kind = isJsonObject(entry)
        ? name === 'Errors'
          ? ownString(entry, 'ErrorType')
          : ownString(ownObject(entry, 'Condition'), 'Operator')
        : undefined;
      if (target === undefined || kind === undefined)
        problems.push(
          report(
            `Transitions.${name}[${index}]`,
            entry,
            name === 'Errors' ? '{NextAction, ErrorType}' : '{NextAction, Condition: {Operator, Operands}}',
            `a branch of ${name} has the wrong form`,
          ),
        );
    }
  }
  return problems;
};
