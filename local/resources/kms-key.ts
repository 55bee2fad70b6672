import { deriveUuid } from '../kernel/random.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::KMS::Key`, symmetric. */
export const kmsKeyProvider: ResourceProvider = (resource, cloud) => {
  const properties = new PropertyReader(resource).accept(
    'Description',
    'EnableKeyRotation',
    'Enabled',
    'KeyPolicy',
    'KeySpec',
    'KeyUsage',
    'MultiRegion',
    'PendingWindowInDays',
    'RotationPeriodInDays',
    'Tags',
  );
  if ((properties.optionalText('KeySpec') ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT') {
    throw properties.error('KeySpec', 'SYMMETRIC_DEFAULT');
  }
  const keyId = deriveUuid('kms-key', resource.stack, resource.logicalId);
  const arn = `arn:${cloud.partition}:kms:${cloud.region}:${cloud.account}:key/${keyId}`;
  cloud.keys.set(arn, { arn, keyId, aliases: [], enabled: properties.flag('Enabled', true) });
  const origin = `${resource.stack}/${resource.logicalId}`;
  cloud.iam.attachResourcePolicy(arn, { document: properties.json('KeyPolicy'), origin });
  return { ref: keyId, attributes: { Arn: arn, KeyId: keyId } };
};
