import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presignedPost } from '../../../adapters/presigned-post.ts';
import { type Fixture, start, storageFixture } from './storage-fixture.ts';

const bucket = 'lists';
let fixture: Fixture;
let s3: S3Client;
beforeAll(async () => {
  fixture = await storageFixture();
  await fixture.storage.createBucket(bucket);
  s3 = fixture.as('pages', [
    { Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObject'], Resource: `arn:aws:s3:::${bucket}/p/*` },
  ]).s3;
});
afterAll(() => fixture.stop());

const posted = {
  bucket,
  key: 'p/1/liste',
  maximumBytes: 20,
  returnTo: 'http://127.0.0.1:9/listes/p/imports/1',
  expiresInSeconds: 60,
};
/** Sends a form as a browser does. */
async function send(change: Partial<typeof posted> = {}, content = 'Nom;Prénom', fields: Record<string, string> = {}) {
  const form = await presignedPost(s3, { ...posted, ...change, now: start });
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, ...fields })) {
    body.append(name, value);
  }
  body.append('file', new File([content], 'Liste Mme X.csv'));
  return await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
}

describe('an upload by a browser’s form', () => {
  test('puts the object, and sends the browser where the form says', async () => {
    const answer = await send();
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/listes\/p\/imports\/1\?bucket=lists&key=p%2F1%2Fliste&etag=/,
    );
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'p/1/liste' }));
    expect(await Body?.transformToString()).toBe('Nom;Prénom');
  });

  test.each([
    ['another key', {}, 'x', { key: 'p/2/liste' }, 'AccessDenied'],
    ['a field of its own', {}, 'x', { acl: 'public-read' }, 'AccessDenied'],
    ['another policy', {}, 'x', { policy: Buffer.from('{}').toString('base64') }, 'SignatureDoesNotMatch'],
    ['too much', {}, 'x'.repeat(21), {}, 'EntityTooLarge'],
    ['nothing', {}, '', {}, 'EntityTooSmall'],
    ['what the role may not write', { key: 'q/1/liste' }, 'x', {}, 'AccessDenied'],
    ['too late', { expiresInSeconds: -1 }, 'x', {}, 'AccessDenied'],
  ])('is refused with %s', async (_, change, content, fields, code) => {
    const answer = await send(change, content, fields);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
  });
});
