import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** What a secret holds, read once an environment; asked `fresh`, it is read again: it may have been changed. */
export function secretText(
  secret: string,
  client: SecretsManagerClient = new SecretsManagerClient({}),
): (fresh: boolean) => Promise<string> {
  let known: string | undefined;
  return async (fresh) => {
    if (known === undefined || fresh) {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
      if (SecretString === undefined || SecretString === '') {
        throw new Error(`Secret "${secret}" is empty; accepted: a token`);
      }
      known = SecretString;
    }
    return known;
  };
}
