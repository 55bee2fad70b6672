import type { CloudContext } from '../cloud.ts';
import type { CloudPart } from '../cloud-part.ts';
import { LocalIam } from '../iam/local-iam.ts';
import { DeliveryChecks } from '../resources/delivery-checks.ts';
import { bucketPolicyProvider, bucketProvider } from './bucket-provider.ts';
import type { DisturbanceOptions } from './disturbance.ts';
import { type Storage, startStorage } from './start-storage.ts';
import { tableProvider } from './table-provider.ts';

export interface StoragePart extends CloudPart {
  readonly storage: Storage;
}

/** Starts storage and brings up the templates' tables and buckets in it. Ports: `settings.ports.dynamodb` and `.s3`. */
export async function createStoragePart(
  cloud: CloudContext,
  disturbance: Omit<DisturbanceOptions, 'seed'> = {},
): Promise<StoragePart> {
  if (!(cloud.iam instanceof LocalIam)) throw new TypeError('createStoragePart: cloud.iam must be a LocalIam');
  const { dynamodb, s3 } = cloud.settings.ports;
  const storage = await startStorage({
    stateFolder: cloud.stateFolder,
    clock: cloud.kernel.clock,
    iam: cloud.iam,
    partition: cloud.partition,
    principalOf: (accessKeyId) => cloud.credentials.holder(accessKeyId)?.principal,
    secretAccessKey: cloud.credentials.secretAccessKey,
    disturbance: { ...disturbance, seed: cloud.seed },
    report: cloud.report,
    ...(dynamodb === undefined ? {} : { dynamodbPort: dynamodb }),
    ...(s3 === undefined ? {} : { s3Port: s3 }),
    ...(cloud.network === undefined ? {} : { network: cloud.network, volatileTables: true }),
  });
  cloud.endpoints.register('DYNAMODB', storage.dynamodbUrl, storage.reach);
  cloud.endpoints.register('S3', storage.s3Url, storage.reach);
  const deliveries = new DeliveryChecks();
  return {
    storage,
    ready: () => deliveries.run(cloud),
    stop: () => storage.stop(),
    providers: {
      'AWS::DynamoDB::Table': tableProvider(storage),
      'AWS::S3::Bucket': bucketProvider(storage, deliveries),
      'AWS::S3::BucketPolicy': bucketPolicyProvider,
    },
  };
}
