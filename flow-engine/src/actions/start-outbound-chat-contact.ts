import { choice, neededId, object, template } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

const endpoint = object({ Address: neededId, Type: neededId }, { required: true });

/** Sends a message that opens a chat ("Send message"), e.g. by SMS. */
export const startOutboundChatContact = serviceAction({
  type: 'StartOutboundChatContact',
  parameters: object({
    SourceEndpoint: endpoint,
    DestinationEndpoint: endpoint,
    ContactFlowArn: neededId,
    ContactSubtype: neededId,
    InitialSystemMessage: object({ Content: template({ required: true }) }),
    RelatedContact: choice(['CURRENT'], { unconfirmed: 'only CURRENT seen', origin: 'either' }),
  }),
  group: 'contact',
});
