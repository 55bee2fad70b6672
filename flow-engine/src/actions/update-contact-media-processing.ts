import { done } from '../run/outcome.ts';
import { defineAction, nextErrorOptional } from './action-definition.ts';
import { flag, id, object } from './parameter-rule.ts';

/** Sets the Lambda that processes chat messages before delivery. */
export const updateContactMediaProcessing = defineAction({
  type: 'UpdateContactMediaProcessing',
  parameters: object({
    ChatProcessor: object({
      ProcessingEnabled: flag(),
      LambdaProcessorARN: id(),
      ChatProcessorSettings: object({ DeliverUnprocessedMessages: flag() }),
    }),
  }),
  branches: nextErrorOptional,
  channels: ['CHAT'],
  source: 'field: connect-flow-builder catalog 2026-06',
  run(step) {
    step.contact.chatProcessor = step.object('ChatProcessor');
    return done;
  },
});
