import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { canonicalJson, type JsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';

const version = 1;

/**
 * Encryption under the keys of one local cloud: AES-256-GCM, the encryption context as additional data. Key material and nonces
 * derive from the seed, so that a world can be replayed; nothing here protects anything.
 */
export class KmsCipher {
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Ciphertext blob in base64: version, key id, nonce, tag, data. `lane` gives the nonce and must be unique. */
  encrypt(keyId: string, plaintext: Buffer, context: JsonObject, lane: string): string {
    const nonce = this.bytes(`nonce ${keyId} ${lane}`, 12);
    const cipher = createCipheriv('aes-256-gcm', this.bytes(`key ${keyId}`, 32), nonce).setAAD(additional(context));
    const data = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    return Buffer.concat([Buffer.from([version]), uuidBytes(keyId), nonce, cipher.getAuthTag(), data]).toString(
      'base64',
    );
  }

  /** Throws InvalidCiphertextException when the blob was altered, or the context is another. */
  decrypt(blob: string, context: JsonObject): Buffer {
    const bytes = Buffer.from(blob, 'base64');
    const keyId = KmsCipher.keyIdOf(blob);
    const decipher = createDecipheriv('aes-256-gcm', this.bytes(`key ${keyId}`, 32), bytes.subarray(17, 29));
    decipher.setAAD(additional(context)).setAuthTag(bytes.subarray(29, 45));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(45)), decipher.final()]);
    } catch (error) {
      throw new ServiceError(
        'InvalidCiphertextException',
        `the blob or its encryption context was altered (${String(error)})`,
      );
    }
  }

  /** Id of the key that made a blob. Throws InvalidCiphertextException when KMS did not make it. */
  static keyIdOf(blob: string): string {
    const bytes = Buffer.from(blob, 'base64');
    if (bytes.length < 45 || bytes[0] !== version) {
      throw new ServiceError('InvalidCiphertextException', `not a blob of this KMS: ${bytes.length} bytes`);
    }
    const hex = bytes.toString('hex', 1, 17);
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** `length` (up to 64) bytes that derive from the seed and the label. */
  bytes(label: string, length: number): Buffer {
    return createHmac('sha512', `kms ${this.#seed}`).update(label).digest().subarray(0, length);
  }
}

function additional(context: JsonObject): Buffer {
  return Buffer.from(canonicalJson(context));
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
