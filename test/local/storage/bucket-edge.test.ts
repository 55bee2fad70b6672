import { request } from 'node:http';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, start, storageFixture } from './storage-fixture.ts';

let fixture: Fixture;
let s3: ReturnType<Fixture['as']>['s3'];
const Bucket = 'reports';
const all = [{ Effect: 'Allow', Action: 's3:*', Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'] }];

beforeAll(async () => {
  fixture = await storageFixture();
  await fixture.storage.createBucket(Bucket);
  s3 = fixture.as('publisher', all).s3;
});
afterAll(() => fixture.stop());

/** As a browser would: real clock, no signature but the URL's. */
interface Opened {
  readonly status: number;
  readonly body: string;
  readonly type: string | undefined;
  readonly name: string | undefined;
}

function open(url: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    request(url, (response) => {
      response.setEncoding('utf8');
      let body = '';
      response.on('data', (text: string) => {
        body += text;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body,
          type: response.headers['content-type'],
          name: response.headers['content-disposition'],
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('S3 endpoint', () => {
  it('answers the SDK: put, head, get, range, list, copy, delete', async () => {
    const Key = 'samps/quotidien/été 1+1.xlsx';
    const ContentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const put = await s3.send(
      new PutObjectCommand({ Bucket, Key, Body: Buffer.from('classeur'), ContentType, Metadata: { issue: '001' } }),
    );
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe('classeur');
    expect([got.ContentType, got.Metadata, got.ETag]).toEqual([ContentType, { issue: '001' }, put.ETag]);
    expect(got.LastModified?.getTime()).toBe(start);
    const part = await s3.send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=0-2' }));
    expect(await part.Body?.transformToString()).toBe('cla');
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key }))).ContentLength).toBe(8);
    await s3.send(
      new CopyObjectCommand({ Bucket, Key: 'copy.xlsx', CopySource: encodeURIComponent(`${Bucket}/${Key}`) }),
    );
    const listed = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'samps/' }));
    expect(listed.Contents?.map((object) => [object.Key, object.Size])).toEqual([[Key, 8]]);
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('takes a body as a stream, and lists page by page', async () => {
    const streamed = Readable.from([Buffer.from('ab'), Buffer.from('cd')]);
    await s3.send(new PutObjectCommand({ Bucket, Key: 'pages/0', Body: streamed, ContentLength: 4 }));
    for (const n of [1, 2, 3, 4]) await s3.send(new PutObjectCommand({ Bucket, Key: `pages/${n}`, Body: 'x' }));
    const keys: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({
          Bucket,
          Prefix: 'pages/',
          MaxKeys: 2,
          ...(token ? { ContinuationToken: token } : {}),
        }),
      );
      keys.push(...(page.Contents ?? []).map((object) => object.Key));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    expect(keys).toEqual(['pages/0', 'pages/1', 'pages/2', 'pages/3', 'pages/4']);
    expect(Buffer.from((await fixture.storage.getObject(Bucket, 'pages/0')) ?? []).toString()).toBe('abcd');
  });

  it('COMMON-28: refuses what the role does not allow, in the shape of S3', async () => {
    const reader = fixture.as('reader', [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/pages/*' },
    ]).s3;
    await reader.send(new GetObjectCommand({ Bucket, Key: 'pages/1' }));
    await expect(reader.send(new PutObjectCommand({ Bucket, Key: 'pages/1', Body: 'y' }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringMatching(
        /assumed-role\/reader-role\/reader is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::reports\/pages\/1/,
      ),
    });
    await expect(reader.send(new GetObjectCommand({ Bucket, Key: 'pages/none' }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('s3:ListBucket on resource: arn:aws:s3:::reports'),
    });
  });

  it('a presigned link works in a browser until its hour has come, in virtual time, and for its object only', async () => {
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'pages/1' }), {
      expiresIn: 300,
      signingDate: new Date(fixture.clock.now()),
    });
    expect(await open(url)).toMatchObject({ status: 200, body: 'x' });
    const named = new GetObjectCommand({
      Bucket,
      Key: 'pages/1',
      ResponseContentDisposition: 'attachment; filename="a (1).xlsx"',
      ResponseContentType: 'application/x-test',
    });
    const download = await open(await getSignedUrl(s3, named, { signingDate: new Date(fixture.clock.now()) }));
    expect(download).toMatchObject({
      status: 200,
      type: 'application/x-test',
      name: 'attachment; filename="a (1).xlsx"',
    });
    expect(await open(url.replace('pages/1', 'pages/2'))).toMatchObject({ status: 403, type: 'application/xml' });
    fixture.clock.set(start + 299_000);
    expect((await open(url)).status).toBe(200);
    fixture.clock.set(start + 301_000);
    const late = await open(url);
    expect(late).toMatchObject({ status: 403 });
    expect(late.body).toContain('<Message>Request has expired</Message>');
    fixture.clock.set(start);
  });

  it('keeps If-None-Match and If-Match, which the engine ignores', async () => {
    const Key = 'once';
    const once = () => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'a', IfNoneMatch: '*' }));
    const outcomes = await Promise.allSettled([once(), once(), once()]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    await expect(once()).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(s3.send(new PutObjectCommand({ Bucket, Key, Body: 'b', IfMatch: '"0"' }))).rejects.toThrow(
      /pre-conditions/,
    );
  });

  it('names what is not served', async () => {
    await expect(s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'once' }))).rejects.toThrow(
      /S3 query parameter tagging is not served by the local cloud; served are GetObject/,
    );
    await expect(
      s3.send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'y', ObjectLockLegalHoldStatus: 'ON' })),
    ).rejects.toThrow(/header x-amz-object-lock-legal-hold is not served/);
  });
});
