import { end } from '../run/outcome.ts';
import { type ActionDefinition, inboundTransfersAndQueue, terminal } from './action-definition.ts';
import { object } from './parameter-rule.ts';

/** Hangs up; the contact ends. */
export const disconnectParticipant: ActionDefinition = {
  type: 'DisconnectParticipant',
  group: 'participant',
  support: 'simulated',
  parameters: object({}),
  branches: terminal,
  flowTypes: inboundTransfersAndQueue,
  channels: 'all',
  run: () => end('disconnected'),
};
