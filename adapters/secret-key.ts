import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The key that a secret holds, read once per execution environment; a failed read is tried again by the next who asks. */
export function secretKey(
  secret: string,
  client: SecretsManagerClient = new SecretsManagerClient({}),
): () => Promise<string> {
  let key: Promise<string> | undefined;
  return async () => {
    key ??= readKey(client, secret);
    return await key.catch((error: unknown) => {
      key = undefined;
      throw error;
    });
  };
}

async function readKey(client: SecretsManagerClient, secret: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
  if (SecretString === undefined || SecretString.length < 32) {
    throw new Error(`Secret "${secret}" holds no key; accepted: a text of 32 characters or more`);
  }
  return SecretString;
}
