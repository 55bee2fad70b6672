import type { CloudContext, StandInCall, StoredKey } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import { optionalObject, requiredText } from './input-members.ts';
import { jsonProtocol } from './json-protocol.ts';
import { KmsCipher } from './kms-cipher.ts';
import type { LocalService, ServiceOperation } from './local-service.ts';

/** KMS with symmetric keys: Encrypt, Decrypt, GenerateDataKey, DescribeKey. */
export function kmsService(seed: string): LocalService {
  const cipher = new KmsCipher(seed);
  const onKey = (
    action: string,
    perform: (key: StoredKey, call: StandInCall) => Json,
    keyOf: (input: JsonObject, cloud: CloudContext) => StoredKey = namedKey,
  ): ServiceOperation => ({
    permissions: (input, cloud) => {
      const resource = keyOf(input, cloud).arn;
      return [{ action: `kms:${action}`, resource, conditions: contextConditions(input) }];
    },
    perform: (call, cloud) => perform(usable(keyOf(call.input, cloud)), call),
  });
  return {
    name: 'kms',
    endpointName: 'KMS',
    protocol: jsonProtocol,
    operations: {
      Encrypt: onKey('Encrypt', (key, { input, lane }) => {
        const plaintext = Buffer.from(requiredText(input, 'Plaintext'), 'base64');
        const CiphertextBlob = cipher.encrypt(key.keyId, plaintext, contextOf(input), lane);
        return { CiphertextBlob, KeyId: key.arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
      }),
      Decrypt: onKey(
        'Decrypt',
        (key, { input }) => {
          const plaintext = cipher.decrypt(requiredText(input, 'CiphertextBlob'), contextOf(input));
          return { Plaintext: plaintext.toString('base64'), KeyId: key.arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
        },
        ciphertextKey,
      ),
      GenerateDataKey: onKey('GenerateDataKey', (key, { input, lane }) => {
        const dataKey = cipher.bytes(`data key ${key.keyId} ${lane}`, dataKeyLength(input));
        const CiphertextBlob = cipher.encrypt(key.keyId, dataKey, contextOf(input), lane);
        return { Plaintext: dataKey.toString('base64'), CiphertextBlob, KeyId: key.arn };
      }),
      DescribeKey: onKey('DescribeKey', (key) => ({
        KeyMetadata: {
          KeyId: key.keyId,
          Arn: key.arn,
          Enabled: key.enabled,
          KeyState: key.enabled ? 'Enabled' : 'Disabled',
        },
      })),
    },
  };
}

function namedKey(input: JsonObject, cloud: CloudContext): StoredKey {
  const asked = requiredText(input, 'KeyId');
  const name = asked.replace(/^arn:[^:]+:kms:[^:]*:[^:]*:(key\/)?/, '');
  return find(cloud, asked, (key) => key.keyId === name || key.aliases.includes(name));
}

/** The key that made the ciphertext; a key named in the request must be that one. */
function ciphertextKey(input: JsonObject, cloud: CloudContext): StoredKey {
  const keyId = KmsCipher.keyIdOf(requiredText(input, 'CiphertextBlob'));
  const key = find(cloud, keyId, (each) => each.keyId === keyId);
  if (input['KeyId'] !== undefined && namedKey(input, cloud).arn !== key.arn) {
    throw new ServiceError(
      'IncorrectKeyException',
      `the ciphertext was made by ${key.arn}, the request names ${input['KeyId']}`,
    );
  }
  return key;
}

function find(cloud: CloudContext, asked: string, matches: (key: StoredKey) => boolean): StoredKey {
  const key = [...cloud.keys.values()].find(matches);
  if (key !== undefined) return key;
  const known = [...cloud.keys.keys()].join(', ') || 'none';
  throw new ServiceError('NotFoundException', `KMS key ${asked} does not exist; there are ${known}`);
}

function usable(key: StoredKey): StoredKey {
  if (!key.enabled) throw new ServiceError('DisabledException', `${key.arn} is disabled`);
  return key;
}

function contextOf(input: JsonObject): JsonObject {
  return optionalObject(input, 'EncryptionContext');
}

function contextConditions(input: JsonObject): Record<string, string> {
  const entries = Object.entries(contextOf(input));
  return Object.fromEntries(entries.map(([name, value]) => [`kms:EncryptionContext:${name}`, String(value)]));
}

function dataKeyLength(input: JsonObject): number {
  const { KeySpec: spec, NumberOfBytes: bytes } = input;
  if (spec === 'AES_256' && bytes === undefined) return 32;
  if (spec === 'AES_128' && bytes === undefined) return 16;
  if (spec === undefined && typeof bytes === 'number' && bytes >= 1 && bytes <= 64) return bytes;
  throw new ServiceError(
    'ValidationException',
    `give KeySpec AES_256 or AES_128, or NumberOfBytes 1 to 64; got ${JSON.stringify({ spec, bytes })}`,
  );
}
