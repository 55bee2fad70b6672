import { clearBuffer } from '../run/dtmf-buffer.ts';
import { end } from '../run/outcome.ts';
import { defineAction, terminal } from './action-definition.ts';
import { object } from './parameter-rule.ts';

/** Hands the contact to the agent it is being transferred to; a busy agent means the contact is disconnected. */
export const transferContactToAgent = defineAction({
  type: 'TransferContactToAgent',
  parameters: object({}),
  branches: terminal,
  flowTypes: ['AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: ['VOICE'],
  run(step) {
    clearBuffer(step.contact);
    const agent = step.contact.targetAgent;
    return end('transferred-to-agent', agent === undefined ? undefined : { kind: 'agent', agent });
  },
});
