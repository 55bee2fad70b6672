import { connectLexBotType, invokeLambdaType } from '../model/action-types.ts';
import { timeLimitExceeded } from '../model/error-types.ts';
import type { Signal } from '../run/signal.ts';
import type { LambdaSuspension, LexSuspension } from '../run/suspension.ts';
import type { OverrideQueue } from './override-queue.ts';
import type { Strategy } from './test-case.ts';

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '{}');
  } catch (error) {
    return `LoadedData is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
};

/** The mocked answer of a Lambda; undefined when nothing replaces it, the other function when one does. */
export const overriddenLambda = (
  call: LambdaSuspension,
  overrides: OverrideQueue,
): Signal | LambdaSuspension | undefined => {
  const strategy = overrides.take(invokeLambdaType, { LambdaFunctionARN: call.functionArn });
  switch (strategy?.type) {
    case 'SubstituteResource':
      return { ...call, functionArn: strategy.arn };
    case 'MockResult':
      return { kind: 'lambda-result', payload: parsed(strategy.loadedData), durationSeconds: strategy.delaySeconds };
    case 'MockError':
      return strategy.error === timeLimitExceeded
        ? { kind: 'timeout' }
        : {
            kind: 'lambda-error',
            reason: 'failed',
            message: `overridden: ${strategy.error}`,
            durationSeconds: strategy.delaySeconds,
          };
    default:
      return undefined;
  }
};

/** `{IntentName, Slots…}` or the answer of Lex itself, `{sessionState: {intent: {name, slots}}}`: both are met (UNCONFIRMED). */
const intentIn = (data: unknown): { name: string; slots: Record<string, unknown> } => {
  const object = asRecord(data);
  const intent = asRecord(asRecord(object['sessionState'])['intent']);
  const name = object['IntentName'] ?? object['intentName'] ?? intent['name'];
  return {
    name: typeof name === 'string' ? name : '',
    slots: asRecord(object['Slots'] ?? object['slots'] ?? intent['slots']),
  };
};

const asRecord = (value: unknown): Record<string, unknown> => {
  const entries: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries);
};

export const overriddenLex = (call: LexSuspension, overrides: OverrideQueue): Signal | undefined => {
  const bot = 'aliasArn' in call.bot ? { LexV2Bot: { AliasArn: call.bot.aliasArn } } : {};
  const strategy: Strategy | undefined = overrides.take(connectLexBotType, bot);
  if (strategy?.type === 'MockError')
    return strategy.error === timeLimitExceeded
      ? { kind: 'timeout' }
      : { kind: 'service-error', message: `overridden: ${strategy.error}` };
  if (strategy?.type !== 'MockResult') return undefined;
  const { name, slots } = intentIn(parsed(strategy.loadedData));
  return { kind: 'lex-result', intentName: name, slots };
};
