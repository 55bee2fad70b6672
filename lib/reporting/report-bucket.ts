import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { House } from '../house.ts';

/** Where reports are kept: private, versioned, over TLS only, every access written down. */
export class ReportBucket extends Construct {
  readonly bucket: Bucket;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: { readonly house: House; readonly key: IKey }) {
    super(scope, id);
    this.#key = props.key;
    const { retention } = props.house.deployment;
    const shared = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    // Log delivery writes only to buckets under S3's own key.
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...shared,
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      lifecycleRules: [
        { expiration: Duration.days(retention.supersededDays), noncurrentVersionExpiration: Duration.days(30) },
      ],
    });
    this.bucket = new Bucket(this, 'Reports', {
      ...shared,
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      // The CDK types its own class and interface apart under exactOptionalPropertyTypes.
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: 'reports/',
      lifecycleRules: [
        {
          transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(90) }],
          expiration: Duration.days(retention.reportsDays),
          noncurrentVersionExpiration: Duration.days(retention.supersededDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
  }

  /** Writing reports of the deployment's programmes. */
  grantWrite(handler: HandlerFunction, programmes: readonly string[]): void {
    this.#grant(handler, 's3:PutObject', programmes);
    handler.allow(['kms:GenerateDataKey'], [this.#key.keyArn]);
  }

  /** Reading them, which is also what a link signed by the function may do. */
  grantRead(handler: HandlerFunction, programmes: readonly string[]): void {
    this.#grant(handler, 's3:GetObject', programmes);
    handler.allow(['kms:Decrypt'], [this.#key.keyArn]);
  }

  #grant(handler: HandlerFunction, action: string, programmes: readonly string[]): void {
    handler.setEnvironment(env.reportBucket, this.bucket.bucketName);
    for (const programme of programmes) {
      handler.allowUnder(
        [action],
        this.bucket.bucketArn,
        `/${programme}/*`,
        'The keys of reports are made of their day and number: access is bound to the programme.',
      );
    }
  }
}
