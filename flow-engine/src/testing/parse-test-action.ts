import { operators } from '../actions/action-definition.ts';
import { type JsonObject, own, ownObject, ownString, recordFrom } from '../json/json.ts';
import { shorten } from '../json/shorten.ts';
import { noMatchingError } from '../model/error-types.ts';
import { type Report, refused } from './parse-report.ts';
import type { Instruction, Strategy, TestAction } from './test-case.ts';

/** One action of an observation; undefined, with a finding, when it cannot be read. */
export const parseTestAction = (action: JsonObject, at: string, report: Report): TestAction | undefined => {
  const parameters = ownObject(action, 'Parameters') ?? {};
  const type = ownString(action, 'Type');
  switch (type) {
    case 'SendInstruction': {
      const instruction = parseInstruction(ownObject(parameters, 'Instruction') ?? {}, at, report);
      return instruction === undefined ? undefined : { type, instruction };
    }
    case 'OverrideSystemBehavior':
      return parseOverride(ownObject(ownObject(parameters, 'Behavior'), 'Properties') ?? {}, at, report);
    // "AssertData" is what the console calls it; the language says Assert.
    case 'Assert':
    case 'AssertData':
      return parseAssert(parameters, at, report);
    case 'TestControl': {
      const command = ownObject(parameters, 'Command') ?? {};
      const name = ownString(command, 'Type');
      if (name === 'EndTest') return { type: 'EndTest' };
      if (name === 'LogData') {
        const expressions = ownObject(ownObject(command, 'Properties'), 'Expressions') ?? {};
        return {
          type: 'LogData',
          expressions: recordFrom(Object.entries(expressions).map(([key, value]) => [key, String(value)])),
        };
      }
      return refused(report, {
        code: 'unknown-command',
        property: `${at}.Parameters.Command.Type`,
        value: shorten(name ?? null),
        accepted: 'EndTest, LogData',
        message: 'TestControl has no such command',
      });
    }
    default:
      return refused(report, {
        code: 'unknown-test-action',
        property: `${at}.Type`,
        value: shorten(type ?? null),
        accepted: 'SendInstruction, OverrideSystemBehavior, Assert, TestControl',
        message: 'the testing language has no such action',
      });
  }
};

const parseInstruction = (instruction: JsonObject, at: string, report: Report): Instruction | undefined => {
  const properties = ownObject(instruction, 'Properties') ?? {};
  const type = ownString(instruction, 'Type');
  switch (type) {
    case 'Disconnect':
      return { type };
    case 'DtmfInput': {
      // A text in the documentation, a number on live instances.
      const value = own(properties, 'Value');
      const keys = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
      if (/^[0-9*#]+$/.test(keys)) return { type, keys };
      return refused(report, {
        code: 'invalid-keys',
        property: `${at}.Instruction.Properties.Value`,
        value: shorten(value ?? null),
        accepted: '0-9, * and #',
        message: 'these are no telephone keys',
      });
    }
    case 'Utterance': {
      const text = ownString(properties, 'Text') ?? ownString(properties, 'SSML') ?? ownString(properties, 'Value');
      if (text !== undefined) return { type, text };
      return refused(report, {
        code: 'missing-property',
        property: `${at}.Instruction.Properties.Text`,
        accepted: 'Text or SSML',
        message: 'an utterance needs words',
      });
    }
    default:
      return refused(report, {
        code: 'unknown-instruction',
        property: `${at}.Instruction.Type`,
        value: shorten(type ?? null),
        accepted: 'DtmfInput, Utterance, Disconnect',
        message: 'the testing language has no such instruction',
      });
  }
};

const parseOverride = (properties: JsonObject, at: string, report: Report): TestAction | undefined => {
  const actionType = ownString(properties, 'ActionType');
  const strategy = parseStrategy(ownObject(properties, 'Strategy') ?? {});
  if (actionType === undefined || strategy === undefined)
    return refused(report, {
      code: 'invalid-override',
      property: `${at}.Parameters.Behavior.Properties`,
      value: shorten(properties),
      accepted: 'ActionType and Strategy (SubstituteResource or MockResponse)',
      message: 'the override cannot be read',
    });
  return {
    type: 'OverrideSystemBehavior',
    actionType,
    parameters: ownObject(properties, 'ActionParameters') ?? {},
    strategy,
  };
};

const parseStrategy = (strategy: JsonObject): Strategy | undefined => {
  const arn = ownString(strategy, 'SubstituteArn');
  if (ownString(strategy, 'Type') === 'SubstituteResource')
    return arn === undefined ? undefined : { type: 'SubstituteResource', arn };
  const response = ownObject(strategy, 'Response');
  const error = ownObject(response, 'Error');
  const delayOf = (from: JsonObject): number => Number(own(from, 'DelaySeconds') ?? 0) || 0;
  if (error !== undefined)
    return { type: 'MockError', delaySeconds: delayOf(error), error: ownString(error, 'Value') ?? noMatchingError };
  const result = ownObject(response, 'ExecutionResult');
  if (result === undefined) return undefined;
  const loadedData = ownString(result, 'LoadedData');
  const value = ownString(result, 'Value');
  return {
    type: 'MockResult',
    delaySeconds: delayOf(result),
    ...(loadedData === undefined ? {} : { loadedData }),
    ...(value === undefined ? {} : { value }),
  };
};

const parseAssert = (parameters: JsonObject, at: string, report: Report): TestAction | undefined => {
  const namespace = ownString(parameters, 'Namespace');
  const name = ownString(parameters, 'Operator');
  const operator = ([...operators, 'Exists'] as const).find((known) => known === name);
  const operand = own(parameters, 'Operand');
  if (namespace === undefined || operator === undefined)
    return refused(report, {
      code: 'invalid-assert',
      property: `${at}.Parameters`,
      value: shorten(parameters),
      accepted: `Namespace, Operator (${operators.join(', ')}, Exists), Operand`,
      message: 'the assertion cannot be read',
    });
  return {
    type: 'Assert',
    namespace,
    operator,
    ...(operand === undefined || operand === null
      ? {}
      : { operand: typeof operand === 'string' ? operand : JSON.stringify(operand) }),
  };
};
