import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';

/**
 * A text under a key of 32 bytes, by AES-256-GCM: initialisation vector (12 bytes), tag (16), ciphertext. `owner`: whose it is, when it must not open as
 * someone else's.
 */
export function sealText(key: Uint8Array, text: string, owner = ''): Uint8Array {
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Throws when the key or the owner is another, or the sealed text was changed. */
export function openText(key: Uint8Array, sealed: Uint8Array, owner = ''): string {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, 12)).setAAD(Buffer.from(owner));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}
