import type { DeliveryChecks } from '../resources/delivery-checks.ts';
import { encryptWith } from '../resources/key-arn.ts';
import { lowerCaseName } from '../resources/physical-name.ts';
import { PropertyReader } from '../resources/property-reader.ts';
import type { ResourceProvider } from '../resources/provider.ts';
import type { Storage } from './start-storage.ts';

/** These mean nothing locally: versions are not kept, nothing expires, every bucket is private. */
const ignored = [
  ...['AccessControl', 'CorsConfiguration', 'IntelligentTieringConfigurations', 'LifecycleConfiguration'],
  ...['LoggingConfiguration', 'OwnershipControls', 'PublicAccessBlockConfiguration', 'Tags', 'VersioningConfiguration'],
];

/** `AWS::S3::Bucket`; notifications and object locks are refused. Access logs are not written, but S3 must be able to. */
export function bucketProvider(storage: Storage, deliveries: DeliveryChecks): ResourceProvider {
  return async (resource, cloud) => {
    const properties = new PropertyReader(resource).accept('BucketEncryption', 'BucketName', ...ignored);
    const name = properties.optionalText('BucketName') ?? lowerCaseName(resource);
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
      throw properties.error('BucketName', '3 to 63 small letters, digits, dots and hyphens');
    }
    await storage.createBucket(name);
    const arn = `arn:${cloud.partition}:s3:::${name}`;
    const rules = properties.optionalObject('BucketEncryption')?.objects('ServerSideEncryptionConfiguration') ?? [];
    for (const rule of rules) {
      encryptWith(cloud, arn, rule.optionalObject('ServerSideEncryptionByDefault')?.optionalText('KMSMasterKeyID'));
    }
    const logs = properties.optionalObject('LoggingConfiguration');
    const logBucket = logs?.optionalText('DestinationBucketName');
    deliveries.add(
      `Access logs of bucket ${name}`,
      { type: 'service', service: 'logging.s3.amazonaws.com', sourceArn: arn, sourceAccount: cloud.account },
      logBucket && `arn:${cloud.partition}:s3:::${logBucket}/${logs?.optionalText('LogFilePrefix') ?? ''}log`,
    );
    return {
      ref: name,
      attributes: {
        Arn: arn,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${cloud.region}.amazonaws.com`,
      },
    };
  };
}

/** `AWS::S3::BucketPolicy`. */
export const bucketPolicyProvider: ResourceProvider = (resource, cloud) => {
  const properties = new PropertyReader(resource).accept('Bucket', 'PolicyDocument');
  const bucket = properties.text('Bucket');
  const origin = `${resource.stack}/${resource.logicalId}`;
  const document = properties.json('PolicyDocument');
  cloud.iam.attachResourcePolicy(`arn:${cloud.partition}:s3:::${bucket}`, { document, origin });
  return { ref: bucket, attributes: {} };
};
