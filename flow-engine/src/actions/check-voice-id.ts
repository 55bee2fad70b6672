import { noMatchingCondition, noMatchingError } from '../model/error-types.ts';
import { choice, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Voice ID verdict. The service has ended; kept so that older flows can be read and run. */
export const checkVoiceId = serviceAction({
  type: 'CheckVoiceId',
  group: 'flow-control',
  parameters: object({
    CheckVoiceIdOption: choice(['enrollmentStatus', 'voiceAuthentication', 'fraudDetection'], {
      required: true,
      unconfirmed: 'only voiceAuthentication seen',
      origin: 'either',
    }),
  }),
  branches: {
    conditions: {},
    errors: [noMatchingError],
    optionalErrors: [noMatchingCondition],
  },
  channels: ['VOICE'],
});
