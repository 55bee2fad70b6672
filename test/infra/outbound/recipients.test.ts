import { describe, expect, it } from 'vitest';
import { env } from '../../../contracts/env.ts';
import { propertiesOf, resourcesOf } from '../support/assembly.ts';
import { inboundAssembly, outboundAssembly } from '../support/outbound-assembly.ts';

const assembly = outboundAssembly();
const policyOf = (part: string): string =>
  JSON.stringify(
    propertiesOf(assembly, 'AWS::IAM::Policy').find(({ id }) => id.startsWith(part))?.['PolicyDocument'] ?? '',
  );

describe('REFLEX-23: the infrastructure of lists', () => {
  const [, bucket] = resourcesOf(assembly, 'AWS::S3::Bucket').find(([id]) => id.startsWith('ListBucket')) ?? [];

  it('keeps lists a month, private, under our key, without versions that would outlive them', () => {
    expect(bucket?.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 30, Status: 'Enabled' }] },
    });
    expect(bucket?.Properties?.['VersioningConfiguration']).toBeUndefined();
  });

  it('lets the pages start the work and read no identity; the work has a quarter of an hour', () => {
    expect(policyOf('RecipientListsRole')).toContain('lambda:InvokeFunction');
    expect(policyOf('RecipientListsRole')).not.toContain('dynamodb:BatchGetItem');
    expect(policyOf('RecipientImportRole')).toContain('kms:GenerateDataKey');
    expect(policyOf('RecipientImportRole')).not.toContain('lambda:InvokeFunction');
    const [worker] = propertiesOf(assembly, 'AWS::Lambda::Function').filter(({ FunctionName }) =>
      String(FunctionName).endsWith('recipient-import'),
    );
    expect(worker).toMatchObject({ Timeout: 900, DeadLetterConfig: expect.anything() });
  });

  it('binds lists to the programmes that have a register', () => {
    expect(policyOf('RecipientListsRole')).toContain('/samps/*');
    expect(policyOf('RecipientListsRole')).not.toContain('s3:*');
  });

  it('is nowhere where nobody is called on the programme’s own account', () => {
    const without = JSON.stringify(inboundAssembly().templates);
    for (const word of ['ListBucket', env.listBucket, 'recipient-']) expect(without).not.toContain(word);
  });
});
