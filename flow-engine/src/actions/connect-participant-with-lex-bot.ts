import { own } from '../json/json.ts';
import { connectLexBotType } from '../model/action-types.ts';
import { noMatchingCondition, noMatchingError } from '../model/error-types.ts';
import { clearBuffer } from '../run/dtmf-buffer.ts';
import { failure, result } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue } from './action-definition.ts';
import { keepLexResult } from './lex-result.ts';
import { integer, map, neededId, object, template } from './parameter-rule.ts';
import { promptNames, promptProperties, readPrompt } from './prompt-parameters.ts';
import { readLexBot } from './read-lex-bot.ts';

/** Talks with a Lex bot until it names an intent. */
export const connectParticipantWithLexBot = defineAction({
  type: connectLexBotType,
  group: 'participant',
  parameters: object(
    {
      ...promptProperties,
      LexInitializationData: object({ InitialMessage: template({ required: true }) }),
      LexV2Bot: object({ AliasArn: neededId }),
      LexBot: object({ Name: neededId, Region: neededId, Alias: neededId }),
      LexSessionAttributes: map(template()),
      LexTimeoutSeconds: object({ Text: integer(1, 604_800, { unconfirmed: 'bounds not documented' }) }),
    },
    {
      exactlyOne: [['LexV2Bot', 'LexBot']],
      atLeastOne: [[...promptNames, 'LexInitializationData']],
      atMostOne: [promptNames],
    },
  ),
  branches: ({ parameters }) => ({
    conditions: {},
    errors: [noMatchingCondition, noMatchingError],
    optionalErrors: own(parameters, 'LexTimeoutSeconds') === undefined ? [] : ['InputTimeLimitExceeded'],
    next: 'placeholder',
  }),
  flowTypes: inboundTransfersAndQueue,
  run(step) {
    const bot = readLexBot(step);
    if (bot === undefined) return failure('neither LexV2Bot nor LexBot leads to a bot');
    const hasPrompt = promptNames.some((name) => own(step.action.parameters, name) !== undefined);
    const prompt = hasPrompt ? readPrompt(step) : undefined;
    if (prompt?.ok === false) return failure(prompt.reason);
    const initialMessage = step.text('InitialMessage', step.object('LexInitializationData') ?? {});
    const seconds = step.integer('Text', step.object('LexTimeoutSeconds') ?? {});
    clearBuffer(step.contact);
    step.contact.lambdaChainSeconds = 0;
    return {
      kind: 'wait',
      waiting: {
        kind: 'lex',
        prompts: prompt === undefined ? [] : [prompt.value],
        bot,
        sessionAttributes: step.texts(step.object('LexSessionAttributes') ?? {}),
        ...(initialMessage === undefined ? {} : { initialMessage }),
        ...(seconds === undefined ? {} : { timeoutSeconds: seconds }),
      },
      accepts: ['lex-result', 'service-error', 'timeout', 'prompt-ended'],
      on(signal) {
        if (signal.kind === 'timeout') return failure('the bot heard nothing in time', 'InputTimeLimitExceeded');
        if (signal.kind === 'service-error')
          return failure(signal.message ?? 'the bot failed', signal.errorType ?? noMatchingError);
        if (signal.kind !== 'lex-result') return undefined;
        keepLexResult(step.contact, signal);
        return result(signal.intentName);
      },
    };
  },
});
