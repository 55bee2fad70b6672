import { object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Starts listening for Voice ID. The service has ended; kept so that older flows can be read and run. */
export const startVoiceIdStream = serviceAction({
  type: 'StartVoiceIdStream',
  group: 'flow-control',
  parameters: object({}),
  channels: ['VOICE'],
});
