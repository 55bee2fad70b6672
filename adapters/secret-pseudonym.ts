import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { NumberKeyOf } from '../domain/caller/people.ts';
import type { KeyedHash } from '../domain/recipient/identity-keys.ts';

/**
 * Keyed hash of a number: base64url of HMAC-SHA-256, first 22 characters (132 bits). The key is read once per execution environment; a failed
 * read is tried again at the next number.
 */
export function secretPseudonym(
  secret: string,
  client: SecretsManagerClient = new SecretsManagerClient({}),
): NumberKeyOf {
  let key: Promise<string> | undefined;
  return async (e164) => {
    key ??= readKey(client, secret);
    const secretKey = await key.catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return keyedHash(secretKey, e164);
  };
}

/** The same hash for lists of thousands, once the key is read. Of an E.164 number it is the number's key. */
export async function secretKeyedHash(
  secret: string,
  client: SecretsManagerClient = new SecretsManagerClient({}),
): Promise<KeyedHash> {
  const key = await readKey(client, secret);
  return (text) => keyedHash(key, text);
}

function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}

async function readKey(client: SecretsManagerClient, secret: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
  if (SecretString === undefined || SecretString.length < 32) {
    throw new Error(`Secret "${secret}" holds no key; accepted: a text of 32 characters or more`);
  }
  return SecretString;
}
