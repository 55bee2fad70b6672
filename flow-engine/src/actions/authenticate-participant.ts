import { id, integer, object } from './parameter-rule.ts';
import { serviceAction } from './service-action.ts';

/** Asks a chat customer to sign in; the host answers result `OptedOut` or nothing, or times out. */
export const authenticateParticipant = serviceAction({
  type: 'AuthenticateParticipant',
  namespace: 'Customer',
  parameters: object({
    CognitoConfiguration: object(
      { UserPoolArn: id({ required: true }), AppClientId: id({ required: true }) },
      { required: true },
    ),
    CustomerProfilesConfiguration: object({ ObjectTypeName: id({ required: true }) }),
    TimeLimitMinutes: integer(1, 15, { unconfirmed: 'bounds not documented' }),
  }),
  branches: {
    conditions: { operators: ['Equals'], operands: ['OptedOut'] },
    errors: { required: ['TimeLimitExceeded', 'NoMatchingError'], optional: [] },
    next: 'required',
  },
  channels: ['CHAT'],
  timeoutSeconds: (step) => (step.integer('TimeLimitMinutes') ?? 3) * 60,
});
