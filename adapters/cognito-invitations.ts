import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Invitations } from '../domain/structure/structures.ts';

let client: CognitoIdentityProviderClient | undefined;

/** The one client of user pools of an execution environment. */
export function cognitoClient(): CognitoIdentityProviderClient {
  client ??= new CognitoIdentityProviderClient({});
  return client;
}

/** The address is somebody's, or none at all (API reference, AdminCreateUser). */
const refusals: ReadonlySet<string> = new Set([
  'AliasExistsException',
  'InvalidParameterException',
  'CodeDeliveryFailureException',
]);

/** Accounts of one user pool. Cognito writes the e-mail with a first password of three days; the second factor is set at the first sign-in. */
export function cognitoInvitations(provider: CognitoIdentityProviderClient, userPool: string): Invitations {
  return {
    async invite({ userName, email, displayName }) {
      try {
        await provider.send(
          new AdminCreateUserCommand({
            UserPoolId: userPool,
            Username: userName,
            DesiredDeliveryMediums: ['EMAIL'],
            UserAttributes: [
              { Name: 'email', Value: email },
              { Name: 'email_verified', Value: 'true' },
              { Name: 'name', Value: displayName },
            ],
          }),
        );
        return true;
      } catch (error) {
        const name = error instanceof Error ? error.name : '';
        // An earlier try of the same form was interrupted after this step.
        if (name === 'UsernameExistsException') {
          return true;
        }
        if (refusals.has(name)) {
          return false;
        }
        throw error;
      }
    },

    async disable(userName) {
      await provider.send(new AdminDisableUserCommand({ UserPoolId: userPool, Username: userName }));
    },

    async enable(userName) {
      await provider.send(new AdminEnableUserCommand({ UserPoolId: userPool, Username: userName }));
    },
  };
}
