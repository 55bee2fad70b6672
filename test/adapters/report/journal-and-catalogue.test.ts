import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import dynalite from 'dynalite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoJournal } from '../../../adapters/dynamo-journal.ts';
import { dynamoReportCatalogue } from '../../../adapters/dynamo-report-catalogue.ts';
import { tables } from '../../../contracts/tables.ts';
import type { ReportIssue } from '../../../domain/report/report-catalogue.ts';
import { at, created, friday, inbound, question, status, talk, wrapUp } from '../../domain/report/journal-fixture.ts';

const server = dynalite({ createTableMs: 0 });
let client: DynamoDBDocumentClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const plain = new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-central-1', credentials });
  client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  for (const [TableName, { partitionKey, sortKey }] of [
    ['journal', tables.journal],
    ['reports', tables.reports],
  ] as const) {
    await plain.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: partitionKey, KeyType: 'HASH' },
          { AttributeName: sortKey, KeyType: 'RANGE' },
        ],
      }),
    );
  }
});

afterAll(() => {
  client.destroy();
  server.close();
});

const issue = (number: number, overrides: Partial<ReportIssue> = {}): ReportIssue => ({
  programme: 'samps',
  kind: 'daily',
  period: friday,
  number,
  state: 'provisional',
  generatedAt: at('16:30:00'),
  key: `samps/quotidien/${friday}/${number}`,
  noticed: false,
  ...overrides,
});

describe('COMMON-37: the journal', () => {
  const entries = [
    inbound('a', talk()),
    created('k', 'b'),
    wrapUp('a', 'RENDEZ_VOUS'),
    status('malia', at('07:00:00'), 'Disponible'),
    question('q', 'opened', at('10:00:00')),
  ];

  test('entries come back as written, in canonical order, written twice or not', async () => {
    const journal = dynamoJournal(client, 'journal');
    await journal.append([...entries, ...entries]);
    await journal.append([...entries].reverse());
    const read = await journal.read('samps', friday);
    expect(read).toEqual([...entries].sort((a, b) => (a.time + a.id < b.time + b.id ? -1 : 1)));
  });

  test('a day holds only its own entries; an unknown day or programme has none', async () => {
    const journal = dynamoJournal(client, 'journal');
    await journal.append([inbound('z', { day: '2025-07-07' })]);
    expect(await journal.read('samps', '2025-07-07')).toHaveLength(1);
    expect(await journal.read('samps', '2025-07-08')).toEqual([]);
    expect(await journal.read('autre', friday)).toEqual([]);
  });

  test('more entries than a page and than a batch', async () => {
    const journal = dynamoJournal(client, 'journal');
    const day = '2025-08-01';
    const many = Array.from({ length: 1_600 }, (_, index) =>
      inbound(`many${index}`, { day, personId: 'x'.repeat(500) }),
    );
    await journal.append(many);
    expect(await journal.read('samps', day)).toHaveLength(1_600);
  });

  test('SAMPS-23: questions of earlier days are read together', async () => {
    const journal = dynamoJournal(client, 'journal');
    const day = '2025-07-01';
    await journal.append([
      question('old', 'opened', at('10:00:00', day), { day }),
      question('late', 'opened', at('10:00:00', '2025-07-09'), { day: '2025-07-09' }),
    ]);
    const found = await journal.questionsThrough('samps', friday);
    expect(found.map(({ questionId }) => questionId)).toEqual(['old', 'q']);
  });

  test('what DynamoDB leaves unprocessed is sent again, then given up with a count', async () => {
    const stub = mockClient(DynamoDBDocumentClient);
    const left = { journal: [{ PutRequest: { Item: { day: 'd', entry: 'e' } } }] };
    stub.on(BatchWriteCommand).resolvesOnce({ UnprocessedItems: left }).resolves({});
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
    };
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    await dynamoJournal(documents, 'journal', wait).append([inbound('a')]);
    expect(stub.commandCalls(BatchWriteCommand).map(({ args }) => args[0].input.RequestItems)[1]).toEqual(left);
    expect(waits).toEqual([50]);
    stub.on(BatchWriteCommand).resolves({ UnprocessedItems: left });
    await expect(dynamoJournal(documents, 'journal', wait).append([inbound('a')])).rejects.toThrow('1 journal entries');
    stub.restore();
  });

  test('a foreign item is named, not counted', async () => {
    await client.send(new PutCommand({ TableName: 'journal', Item: { day: 'samps#2025-09-01#0', entry: 'x' } }));
    await expect(dynamoJournal(client, 'journal').read('samps', '2025-09-01')).rejects.toThrow(
      'Journal item "samps#2025-09-01#0" "x" is not an entry',
    );
  });
});

describe('COMMON-30: the catalogue of reports', () => {
  test('a number is taken once', async () => {
    const catalogue = dynamoReportCatalogue(client, 'reports');
    expect(await catalogue.claim(issue(1))).toBe(true);
    expect(await catalogue.claim(issue(1, { state: 'definitive' }))).toBe(false);
    expect(await catalogue.issuesOf('samps', 'daily', friday)).toEqual([issue(1)]);
  });

  test('only published issues are listed, latest first; an issue is found by its number', async () => {
    const catalogue = dynamoReportCatalogue(client, 'reports');
    const published = { bytes: 21_000, sourceHash: 'abc', sourceEntries: 9 };
    const monday = issue(1, { period: '2025-07-07' });
    await catalogue.claim(issue(2));
    await catalogue.claim(monday);
    await catalogue.update({ ...issue(2), published });
    await catalogue.update({ ...monday, published, noticed: true });
    const listed = await catalogue.latest('samps', 'daily', 10);
    expect(listed.map(({ period, number }) => [period, number])).toEqual([
      ['2025-07-07', 1],
      [friday, 2],
    ]);
    expect(await catalogue.latest('autre', 'daily', 10)).toEqual([]);
    expect(await catalogue.find('samps', 'daily', friday, 2)).toEqual({ ...issue(2), published });
    expect(await catalogue.find('samps', 'daily', friday, 9)).toBeUndefined();
  });

  test('an issue that was never claimed is not updated', async () => {
    await expect(dynamoReportCatalogue(client, 'reports').update(issue(7))).rejects.toThrow('was not claimed');
  });
});
