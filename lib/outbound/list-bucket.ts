import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { explain } from '../constructs/explain.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';

/** Days a list is kept: time to correct it, send it again, or take an import back. */
const keptDays = 30;

/** Where lists of people are sent by browsers: private, under our key, gone after a month. */
export class ListBucket extends Construct {
  readonly bucket: Bucket;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: { readonly key: IKey }) {
    super(scope, id);
    this.#key = props.key;
    this.bucket = new Bucket(this, 'Lists', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      removalPolicy: RemovalPolicy.RETAIN,
      // No versions: what is gone after a month must be gone.
      lifecycleRules: [{ expiration: Duration.days(keptDays), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    explain(
      this.bucket,
      'AwsSolutions-S1',
      'Who sent and read a list is in the imports and in the access log of the pages; S3 would keep a copy of each key.',
    );
  }

  /** Reading and writing what belongs to lists of these programmes; which is also what a form or a link signed by the function may do. */
  grant(
    handler: HandlerFunction,
    programmes: readonly string[],
    use: { readonly awaits?: boolean; readonly removes?: boolean } = {},
  ): void {
    handler.setEnvironment(env.listBucket, this.bucket.bucketName);
    for (const programme of programmes) {
      handler.allowUnder(
        ['s3:GetObject', 's3:PutObject', ...(use.removes === true ? ['s3:DeleteObject'] : [])],
        this.bucket.bucketArn,
        `/${programme}/*`,
        'The keys of lists are made of the id of their import: access is bound to the programme.',
      );
    }
    if (use.awaits === true) {
      // Without it a file that has not arrived could not be told from one that may not be read.
      handler.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    }
    handler.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [this.#key.keyArn]);
  }
}
