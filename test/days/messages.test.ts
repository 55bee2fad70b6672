import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoConsents } from '../../adapters/dynamo-consents.ts';
import { dynamoMessages } from '../../adapters/dynamo-messages.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import type { JournalEntry } from '../../domain/journal/entry.ts';
import { messageOutcomes } from '../../domain/message/message-outcomes.ts';
import { planMessages } from '../../domain/message/plan-messages.ts';
import { type LocalCloud, startLocalCloud } from '../../local/index.ts';
import { accessKeyIdOf, secretAccessKey } from '../../local/lambda/function-credentials.ts';
import { suivi } from '../../programmes/suivi/programme.ts';
import { wholeJournal } from '../../simulation/read-centre.ts';
import { scratch } from '../support/assembly.ts';
import { MemoryContent } from '../support/calls/memory-ports.ts';
import { personWith } from '../support/messages/message-world.ts';
import { suiviAssembly } from '../support/suivi-assembly.ts';

const minute = 60_000;
/** Friday, 09:00 in Paris. */
const nine = Date.parse('2026-11-20T08:00:00.000Z');
const iso = (at: number) => new Date(at).toISOString();
const mobileOf = (index: number) => `+336120001${String(index).padStart(2, '0')}`;
const landline = '+33491000001';
const people = [
  ...Array.from({ length: 60 }, (_, index) => [mobileOf(index)]),
  [landline],
  [mobileOf(70)],
  [mobileOf(71)],
];
const dead = mobileOf(70);
const stopped = `p${people.length - 1}`;

/** Messages in the assembly as it is deployed: real functions, tables, queues and topic, around phones. */
describe('the messages of a morning', () => {
  let cloud: LocalCloud;

  /** With the rights of a deployed function. */
  function clientsOf(name: string) {
    const definition = cloud.functions().find((one) => one.name.endsWith(`-${name}`));
    if (definition === undefined) {
      throw new Error(`no function ${name}`);
    }
    const credentials = { accessKeyId: accessKeyIdOf(definition.arn, 1), secretAccessKey };
    const { endpoints, region } = cloud.context;
    const common = { region, credentials };
    return {
      dynamo: DynamoDBDocumentClient.from(new DynamoDBClient({ ...common, endpoint: endpoints.url('DYNAMODB') }), {
        marshallOptions: { removeUndefinedValues: true },
      }),
      kms: new KMSClient({ ...common, endpoint: endpoints.url('KMS') }),
      env: definition.environment,
    };
  }

  beforeAll(async () => {
    cloud = await startLocalCloud({
      assembly: suiviAssembly(),
      state: scratch('messages'),
      seed: 1,
      start: iso(nine - 30 * minute),
      concurrency: 4,
      quotas: { concurrentCalls: 80, messagesPerSecond: 20, messageSpendUsd: 1000 },
    });
    const { dynamo, kms, env } = clientsOf('recipient-import');
    const profiles = dynamoProfiles(dynamo, env['PEOPLE_TABLE'] ?? '', kms, env['IDENTITY_KEY_ARN'] ?? '');
    const kept = people.map((own, index) => [`p${index}`, { profile: personWith(...own), corrections: [] }] as const);
    await profiles.save('suivi', new Map(kept));
    const receipts = clientsOf('message-receipts');
    const table = receipts.env['MESSAGES_TABLE'] ?? '';
    await dynamoConsents(receipts.dynamo, table).append(
      'suivi',
      { subject: stopped },
      { scope: 'messages', change: 'withdrawn', at: iso(nine - minute), channel: 'web', textVersion: '1' },
    );
    await planMessages(
      people.map((_, index) => ({
        id: `survey-j2-p${index}`,
        programme: 'suivi',
        subject: `p${index}`,
        template: 'suivi-j2',
        fields: {},
        link: { purpose: 'survey', occasion: 'j2', expiresAt: iso(nine + 3 * 86_400_000) },
        at: iso(nine),
        notAfter: iso(nine + 6 * 60 * minute),
        purpose: 'survey',
        occasion: 'j2',
      })),
      {
        messages: dynamoMessages(receipts.dynamo, table),
        content: new MemoryContent({ ...suivi.messages, calendar: suivi.calendar }),
      },
    );
    cloud.sms.setPhone(dead, { kind: 'dead' });
    // One answer in five is lost, though the message is on its way.
    let accepted = 0;
    cloud.sms.afterAccepting = () => {
      accepted += 1;
      return accepted % 5 === 0 ? 'fail' : 'answer';
    };
    await cloud.kernel.runUntil(nine + 40 * minute);
  }, 120_000);
  afterAll(() => cloud.stop());

  it('ARS-02, COMMON-37: nobody has two, even when the answer was lost; each is from the ARS, with a link of its own and nothing else of the person', () => {
    const inboxes = people.slice(0, 60).map(([number = '']) => cloud.sms.inbox(number));
    expect(Math.max(...inboxes.map(({ length }) => length))).toBe(1);
    const texts = inboxes.flat();
    // Some are on their way for hours.
    expect(texts.length).toBeGreaterThan(50);
    expect(new Set(texts.map(({ from }) => from))).toEqual(new Set(['ARSPACA']));
    const links = texts.map(({ body }) => /http\S+\/s\/([\w-]{22})(?= Sinon)/.exec(body)?.[1]);
    expect(new Set(links).size).toBe(texts.length);
    expect(texts.some(({ body }) => /MARTIN|Camille/.test(body))).toBe(false);
    expect(Math.min(...texts.map(({ at }) => at))).toBeGreaterThanOrEqual(nine);
  });

  it('ARS-10, ARS-22, COMMON-36: each message has one end in the journal, and what the phones know agrees', async () => {
    const items = (await wholeJournal(cloud)) as unknown as readonly JournalEntry[];
    const outcomes = new Map(messageOutcomes(items).map((one) => [one.messageId, one.change]));
    expect(outcomes.size).toBe(people.length);
    expect(outcomes.get('survey-j2-p60')).toMatchObject({ type: 'dropped', reason: 'landline' });
    expect(outcomes.get('survey-j2-p61')).toMatchObject({ type: 'failed', permanent: true, final: true });
    expect(outcomes.get(`survey-j2-${stopped}`)).toMatchObject({ type: 'dropped', reason: 'stopped' });
    for (const [index, [number = '']] of people.entries()) {
      const type = outcomes.get(`survey-j2-p${index}`)?.type ?? 'none';
      const held = cloud.sms.inbox(number).length;
      expect([type, held]).toEqual([type, type === 'delivered' ? 1 : ['failed', 'dropped'].includes(type) ? 0 : held]);
    }
    const count = (type: string) => [...outcomes.values()].filter((change) => change.type === type).length;
    expect(count('delivered')).toBeGreaterThan(40);
    expect(items.some((item) => JSON.stringify(item).includes('+336'))).toBe(false);
  });

  it('COMMON-51: no function wrote a number or a name to its log', () => {
    const lines = cloud.logs
      .functions()
      .flatMap((name) => cloud.logs.lines(name))
      .join('\n');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines).not.toMatch(/\+?33612000|MARTIN/);
  });
});
