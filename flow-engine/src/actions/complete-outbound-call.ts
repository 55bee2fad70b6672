import { nextErrorOptional } from './action-definition.ts';
import { choice, id, integer, neededId, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Dials, in an outbound whisper flow: what stands before runs first. */
export const completeOutboundCall = serviceAction({
  type: 'CompleteOutboundCall',
  parameters: object({
    CallerId: object({ Number: id(), Name: id() }),
    VoiceConnector: object({
      VoiceConnectorType: choice(['ChimeConnector'], { required: true }),
      VoiceConnectorArn: neededId,
      FromUser: id(),
      ToUser: id(),
      UserToUserInformation: id(),
    }),
    ConnectionTimeLimitSeconds: integer(1, 600),
  }),
  branches: nextErrorOptional,
  flowTypes: ['OUTBOUND_WHISPER'],
  channels: ['VOICE'],
  group: 'contact',
  timeoutSeconds: (step) => step.integer('ConnectionTimeLimitSeconds'),
});
