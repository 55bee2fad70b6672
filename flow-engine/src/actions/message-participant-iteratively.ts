import { isJsonObject, ownArray } from '../json/json.ts';
import { noMatchingError } from '../model/error-types.ts';
import { failure, result } from '../run/outcome.ts';
import type { SpokenPrompt } from '../run/spoken-prompt.ts';
import { defineAction } from './action-definition.ts';
import { flag, integer, list, object } from './parameter-rule.ts';
import { promptNames, promptProperties, readPrompt } from './prompt-parameters.ts';

const interrupted = 'MessagesInterrupted';

/** Plays a list of messages over and over (waiting, hold), with a regular way out when an interrupt is set. */
export const messageParticipantIteratively = defineAction({
  type: 'MessageParticipantIteratively',
  group: 'participant',
  parameters: object({
    Messages: list(object(promptProperties, { exactlyOne: [promptNames] }), { required: true, minimum: 1 }),
    InterruptFrequencySeconds: integer(1, 3600, { unconfirmed: 'bounds not documented' }),
    ContinueMessagingDuringInterrupt: flag({ unconfirmed: 'undocumented, seen in 2 real flows' }),
  }),
  branches: {
    conditions: { operands: [interrupted] },
    errors: [],
    optionalErrors: [noMatchingError],
    next: 'placeholder',
  },
  flowTypes: ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD'],
  channels: ['VOICE'],
  run(step) {
    if (step.contact.channel !== 'VOICE') return failure(`messages cannot loop on channel ${step.contact.channel}`);
    const prompts: SpokenPrompt[] = [];
    for (const message of ownArray(step.action.parameters, 'Messages') ?? []) {
      const prompt = isJsonObject(message) ? readPrompt(step, message) : undefined;
      if (prompt?.ok !== true) return failure(prompt?.reason ?? 'a message is not an object');
      prompts.push(prompt.value);
    }
    const seconds = step.integer('InterruptFrequencySeconds');
    if (prompts.length === 0) return failure('Messages is empty');
    if (Number.isNaN(seconds)) return failure('InterruptFrequencySeconds is not a whole number of seconds');
    step.contact.lambdaChainSeconds = 0;
    const isHandled = step.action.conditions.length > 0;
    return {
      kind: 'wait',
      waiting: {
        kind: 'iterative-prompts',
        prompts,
        continueDuringInterrupt: step.flag('ContinueMessagingDuringInterrupt'),
        ...(seconds === undefined || !isHandled ? {} : { interruptAfterSeconds: seconds }),
      },
      accepts: ['interrupt', 'timeout', 'prompt-ended'],
      on: (signal) => (signal.kind !== 'prompt-ended' && isHandled ? result(interrupted) : undefined),
    };
  },
});
