import { createServer } from 'node:http';
import {
  ConnectClient,
  GetCurrentMetricDataCommand,
  StartOutboundVoiceContactCommand,
  StopContactCommand,
} from '@aws-sdk/client-connect';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConnectRequest, readConnectRequest } from '../../../local/iam/connect-request.ts';
import type { Json } from '../../../local/json.ts';

const scope = { partition: 'aws', region: 'eu-central-1', account: '000000000000' };
const instance = 'arn:aws:connect:eu-central-1:000000000000:instance/aaaa';
let last: ConnectRequest | undefined;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    const body: Json = text === '' ? null : JSON.parse(text);
    last = readConnectRequest({ method: request.method ?? '', url: request.url ?? '', body }, scope);
    response.setHeader('content-type', 'application/json').end('{}');
  });
});
let client: ConnectClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const credentials = { accessKeyId: 'FN1', secretAccessKey: 'x' };
  client = new ConnectClient({ endpoint: `http://127.0.0.1:${address.port}`, region: scope.region, credentials });
});

afterAll(() => {
  client.destroy();
  server.close();
});

it('reads the requests of the SDK into operation, input and IAM checks', async () => {
  await client.send(
    new StartOutboundVoiceContactCommand({
      InstanceId: 'aaaa',
      ContactFlowId: 'f',
      DestinationPhoneNumber: '+687250000',
      ClientToken: 'attempt-1',
    }),
  );
  expect(last?.input).toMatchObject({ ClientToken: 'attempt-1', InstanceId: 'aaaa' });
  expect(last?.checks).toEqual([
    {
      action: 'connect:StartOutboundVoiceContact',
      resource: `${instance}/contact/*`,
      conditions: { 'connect:InstanceId': 'aaaa' },
    },
  ]);
  await client.send(new StopContactCommand({ InstanceId: 'aaaa', ContactId: 'c1' }));
  expect(last?.checks.map((check) => check.resource)).toEqual([`${instance}/contact/c1`]);
  const queues = [`${instance}/queue/q1`, 'q2'];
  await client.send(
    new GetCurrentMetricDataCommand({
      InstanceId: 'aaaa',
      Filters: { Queues: queues, Channels: ['VOICE'] },
      CurrentMetrics: [],
    }),
  );
  expect(last?.operation).toBe('GetCurrentMetricData');
  expect(last?.checks.map((check) => check.resource)).toEqual([`${instance}/queue/q1`, `${instance}/queue/q2`]);
});

it('names an operation that is not known', () => {
  expect(() => readConnectRequest({ method: 'PUT', url: '/rules/x', body: null }, scope)).toThrow(
    /Connect request PUT \/rules\/x is not known locally; known operations: StartOutboundVoiceContact/,
  );
});
