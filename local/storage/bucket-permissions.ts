import type { IncomingHttpHeaders } from 'node:http';
import type { BucketRequest } from './bucket-request.ts';

export interface BucketPermission {
  readonly action: string;
  readonly resource: string;
  readonly conditions: Readonly<Record<string, string>>;
}

/** What IAM must allow for an S3 request (service authorization reference, Amazon S3). */
export function bucketPermissions(request: BucketRequest, headers: IncomingHttpHeaders): BucketPermission[] {
  const bucketArn = `arn:aws:s3:::${request.bucket}`;
  const object = `${bucketArn}/${request.key}`;
  switch (request.operation) {
    case 'GetObject':
    case 'HeadObject':
      return [{ action: 's3:GetObject', resource: object, conditions: {} }];
    case 'DeleteObject':
      return [{ action: 's3:DeleteObject', resource: object, conditions: {} }];
    case 'PutObject':
    case 'PostObject':
      return [{ action: 's3:PutObject', resource: object, conditions: conditionsOf(headers, putKeys, 's3:') }];
    case 'CopyObject':
      return [
        {
          action: 's3:GetObject',
          resource: `arn:aws:s3:::${request.source?.bucket}/${request.source?.key}`,
          conditions: {},
        },
        { action: 's3:PutObject', resource: object, conditions: conditionsOf(headers, putKeys, 's3:') },
      ];
    case 'HeadBucket':
      return [{ action: 's3:ListBucket', resource: bucketArn, conditions: {} }];
    case 'ListObjectsV2': {
      const query = Object.fromEntries(request.query);
      return [{ action: 's3:ListBucket', resource: bucketArn, conditions: conditionsOf(query, listKeys, 's3:') }];
    }
  }
}

const listKeys = ['prefix', 'delimiter', 'max-keys'];
const putKeys = ['x-amz-acl', 'x-amz-server-side-encryption', 'x-amz-server-side-encryption-aws-kms-key-id'];

function conditionsOf(
  values: Readonly<Record<string, string | string[] | undefined>>,
  names: readonly string[],
  prefix: string,
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' ? [[`${prefix}${name}`, value]] : [];
    }),
  );
}
