import { createHmac } from 'node:crypto';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { NumberKeyOf } from '../domain/caller/people.ts';
import type { KeyedHash } from '../domain/recipient/identity-keys.ts';
import { secretKey } from './secret-key.ts';

/** Keyed hash of a number: base64url of HMAC-SHA-256, first 22 characters (132 bits). */
export function secretPseudonym(secret: string, client?: SecretsManagerClient): NumberKeyOf {
  const keyed = secretKey(secret, client);
  return async (e164) => keyedHash(await keyed(), e164);
}

/** The same hash for lists of thousands, once the key is read. Of an E.164 number it is the number's key. */
export async function secretKeyedHash(secret: string, client?: SecretsManagerClient): Promise<KeyedHash> {
  const key = await secretKey(secret, client)();
  return (text) => keyedHash(key, text);
}

function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}
