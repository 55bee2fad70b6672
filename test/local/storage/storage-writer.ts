import { setTimeout as sleep } from 'node:timers/promises';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { callbacks, storageFixture } from './storage-fixture.ts';

/** Run as a process of its own: writes an item and an object at a time, says each on standard output, until it is killed. */
const fixture = await storageFixture({ stateFolder: process.argv[2] ?? '', volatileTables: false });
await fixture.storage.createTable(callbacks);
await fixture.storage.createBucket('reports');
const { dynamodb, s3 } = fixture.as('writer', [{ Effect: 'Allow', Action: ['dynamodb:*', 's3:*'], Resource: '*' }]);
for (let n = 0; n < 10_000; n += 1) {
  const Item = { number: { S: `samps#${n}` }, due: { S: 'samps#due' }, dueAt: { S: String(n).padStart(6, '0') } };
  await dynamodb.send(new PutItemCommand({ TableName: 'callbacks', Item }));
  const Body = String(n).repeat(2000);
  await s3.send(new PutObjectCommand({ Bucket: 'reports', Key: 'current', Body }));
  process.stdout.write(`${n}\n`);
  await sleep(0);
}
