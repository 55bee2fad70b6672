import { noMatchingError, timeLimitExceeded } from '../model/error-types.ts';
import { integer, neededId, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Asks a chat customer to sign in; the host answers result `OptedOut` or nothing, or times out. */
export const authenticateParticipant = serviceAction({
  type: 'AuthenticateParticipant',
  namespace: 'Customer',
  parameters: object({
    CognitoConfiguration: object({ UserPoolArn: neededId, AppClientId: neededId }, { required: true }),
    CustomerProfilesConfiguration: object({ ObjectTypeName: neededId }),
    TimeLimitMinutes: integer(1, 15, { unconfirmed: 'bounds not documented' }),
  }),
  branches: {
    conditions: { operands: ['OptedOut'] },
    errors: [timeLimitExceeded, noMatchingError],
  },
  channels: ['CHAT'],
  timeoutSeconds: (step) => (step.integer('TimeLimitMinutes') ?? 3) * 60,
});
