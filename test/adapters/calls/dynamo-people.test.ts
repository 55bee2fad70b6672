import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoPeople } from '../../../adapters/dynamo-people.ts';
import { secretPseudonym } from '../../../adapters/secret-pseudonym.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

const kms = mockClient(KMSClient);
const secrets = mockClient(SecretsManagerClient);
const number = '+687251234';
let tables: EmbeddedTables;

beforeAll(async () => {
  tables = await embeddedTables('people');
});
afterAll(() => tables.stop());
beforeEach(() => {
  kms.reset();
  secrets.reset();
  const key = new Uint8Array(32).fill(7);
  kms.on(GenerateDataKeyCommand).resolves({ Plaintext: key, CiphertextBlob: new Uint8Array([1, 2, 3]) });
  kms.on(DecryptCommand).resolves({ Plaintext: key });
});
const people = () => dynamoPeople(tables.client, 'people', new KMSClient({}), 'identity-key');

describe('people under their own keys', () => {
  it('adds once, answers the same person after, and reveals the number', async () => {
    const first = await people().add('samps', 'K', number, 'call-1');
    expect(first.firstCallId).toBe('call-1');
    expect(await people().add('samps', 'K', number, 'call-2')).toMatchObject(first);
    expect(await people().find('samps', 'K')).toMatchObject(first);
    expect(await people().reveal('samps', 'K')).toEqual({ ...first, e164: number });
    const context = { personId: first.personId };
    expect(kms.commandCalls(DecryptCommand)[0]?.args[0].input).toMatchObject({ EncryptionContext: context });
  });

  it('COMMON-51: keeps no number in clear', async () => {
    await people().add('samps', 'L', number, 'call-1');
    const { Items } = await tables.client.send(new ScanCommand({ TableName: 'people' }));
    const text = Buffer.from(JSON.stringify(Items)).toString();
    expect(text).not.toContain('251234');
    expect(Items?.flatMap(({ number: sealed }) => Buffer.from(sealed).toString('latin1')).join()).not.toContain(
      '251234',
    );
  });

  it('COMMON-51: many at once cost one request to KMS, each under a key of their own, and who is there stays', async () => {
    const first = await people().add('samps', 'N', number, 'call-1');
    kms.resetHistory();
    const added = ['N', 'O', 'P'].map((numberKey, nth) => ({ numberKey, e164: `+68725120${nth}` }));
    const all = people();
    await all.addAll('samps', added, 'import i1');
    expect(kms.commandCalls(GenerateDataKeyCommand)).toHaveLength(1);
    expect(await all.reveal('samps', 'N')).toEqual({ ...first, e164: number });
    kms.resetHistory();
    expect(await all.reveal('samps', 'O')).toMatchObject({ e164: '+687251201', firstCallId: 'import i1' });
    expect(await all.reveal('samps', 'P')).toMatchObject({ e164: '+687251202' });
    expect(kms.commandCalls(DecryptCommand).map(({ args }) => args[0].input.EncryptionContext)).toEqual([
      { programme: 'samps' },
    ]);
    const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: 'people' }));
    const own = Items.flatMap(({ sharedKey, dataKey }) => (sharedKey === undefined ? [] : [Buffer.from(dataKey)]));
    expect(own).toHaveLength(2);
    expect(own[0]?.equals(own[1] ?? Buffer.of())).toBe(false);
  });

  it('asks KMS again after a refusal', async () => {
    const all = people();
    await all.addAll('samps', [{ numberKey: 'Q', e164: number }], 'import i1');
    kms
      .on(DecryptCommand)
      .rejectsOnce(new Error('throttled'))
      .resolves({ Plaintext: new Uint8Array(32).fill(7) });
    await expect(all.reveal('samps', 'Q')).rejects.toThrow('throttled');
    expect(await all.reveal('samps', 'Q')).toMatchObject({ e164: number });
  });

  it('refuses a number whose encryption was tampered with', async () => {
    await people().add('samps', 'M', number, 'call-1');
    kms.on(DecryptCommand).resolves({ Plaintext: new Uint8Array(32).fill(8) });
    await expect(people().reveal('samps', 'M')).rejects.toThrow();
  });

  it('has nobody under an unknown key', async () => {
    expect(await people().find('samps', 'nobody')).toBeUndefined();
    expect(await people().reveal('samps', 'nobody')).toBeUndefined();
  });
});

describe('the pseudonym of a number', () => {
  it('is the same for the same number, 22 characters, read with one secret', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: 'k'.repeat(64) });
    const numberKeyOf = secretPseudonym('secret', new SecretsManagerClient({}));
    const [a, b, c] = [await numberKeyOf(number), await numberKeyOf(number), await numberKeyOf('+687251235')];
    expect(a).toBe(b);
    expect(a).not.toBe(c);
    expect(a).toMatch(/^[\w-]{22}$/);
    expect(secrets.commandCalls(GetSecretValueCommand)).toHaveLength(1);
  });

  it('reads the secret again after a failure', async () => {
    secrets
      .on(GetSecretValueCommand)
      .rejectsOnce(new Error('throttled'))
      .resolves({ SecretString: 'k'.repeat(64) });
    const numberKeyOf = secretPseudonym('secret', new SecretsManagerClient({}));
    await expect(numberKeyOf(number)).rejects.toThrow('throttled');
    expect(await numberKeyOf(number)).toHaveLength(22);
  });
});
