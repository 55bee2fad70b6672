import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, test } from 'vitest';
import { s3Reports } from '../../../adapters/s3-reports.ts';
import { snsContactNotices } from '../../../adapters/sns-contact-notices.ts';

const key = 'samps/quotidien/2025-07-04/SAMPS_quotidien_2025-07-04_001-provisoire.xlsx';

describe('COMMON-29: report files', () => {
  test('a file is stored with its type', async () => {
    const stub = mockClient(S3Client);
    stub.on(PutObjectCommand).resolves({});
    await s3Reports(new S3Client({}), 'reports').put(key, new Uint8Array([1, 2]));
    expect(stub.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'reports',
      Key: key,
      ContentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
    stub.restore();
  });

  test('a link opens that one file as a download for 60 seconds', async () => {
    const client = new S3Client({
      region: 'eu-central-1',
      credentials: { accessKeyId: 'FNreport', secretAccessKey: 'x' },
    });
    const url = new URL(await s3Reports(client, 'reports').link(key, 'SAMPS "1".xlsx'));
    expect(decodeURIComponent(url.pathname)).toBe(`/${key}`);
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
    expect(url.searchParams.get('response-content-disposition')).toBe('attachment; filename="SAMPS__1_.xlsx"');
  });
});

describe('COMMON-29: notices', () => {
  test('SAMPS-41: name the addresses that subscriptions filter on, and carry a subject that mail relays accept', async () => {
    const stub = mockClient(SNSClient);
    stub.on(PublishCommand).resolves({});
    const subject = `SAMPS – Province Sud : rapport quotidien définitif du vendredi 1er août 2025 ${'x'.repeat(90)}`;
    await snsContactNotices(new SNSClient({}), 'arn:topic').tell(['helene@province-sud.example'], subject, 'Bonjour');
    const input = stub.commandCalls(PublishCommand)[0]?.args[0].input;
    expect(input).toMatchObject({
      TopicArn: 'arn:topic',
      Message: 'Bonjour',
      MessageAttributes: { contact: { DataType: 'String.Array', StringValue: '["helene@province-sud.example"]' } },
    });
    expect(input?.Subject).toMatch(/^SAMPS - Province Sud : rapport quotidien definitif du vendredi 1er aout 2025 x+$/);
    expect(input?.Subject?.length).toBeLessThan(100);
    stub.restore();
  });
});
