import { end } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue, terminal } from './action-definition.ts';
import { object } from './parameter-rule.ts';

/** Hangs up; the contact ends. */
export const disconnectParticipant = defineAction({
  type: 'DisconnectParticipant',
  group: 'participant',
  parameters: object({}),
  branches: terminal,
  flowTypes: inboundTransfersAndQueue,
  run: () => end('disconnected'),
});
