import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type JsonObject } from '../json.ts';
import { derive } from '../kernel/random.ts';

/** The RS256 key of the local issuer, kept in the state folder so that a session outlives a restart. */
export class SigningKey {
  readonly keyId: string;
  readonly #key: KeyObject;

  constructor(stateFolder: string) {
    const file = join(stateFolder, 'issuer-key.pem');
    if (!existsSync(file)) {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    }
    this.#key = createPrivateKey(readFileSync(file));
    this.keyId = derive(JSON.stringify(this.#publicJwk())).slice(0, 20);
  }

  /** A signed JSON Web Token. */
  token(claims: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ kid: this.keyId, alg: 'RS256' })}.${part(claims)}`;
    return `${unsigned}.${sign('sha256', Buffer.from(unsigned), this.#key).toString('base64url')}`;
  }

  /** Claims of a token signed with this key; undefined for anything else. */
  claims(token: string): JsonObject | undefined {
    const [header, payload, signature, ...more] = token.split('.');
    if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return undefined;
    const signed = Buffer.from(`${header}.${payload}`);
    const key = createPublicKey(this.#key);
    if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return undefined;
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isJsonObject(claims) ? claims : undefined;
  }

  /** JWKS document. */
  keySet(): object {
    return { keys: [{ ...this.#publicJwk(), alg: 'RS256', kid: this.keyId, use: 'sig' }] };
  }

  #publicJwk(): object {
    return createPublicKey(this.#key).export({ format: 'jwk' });
  }
}
