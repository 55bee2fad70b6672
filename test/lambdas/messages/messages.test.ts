import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../../adapters/content-hash.ts';
import { dynamoConsents } from '../../../adapters/dynamo-consents.ts';
import { dynamoContent } from '../../../adapters/dynamo-content.ts';
import { dynamoJournal } from '../../../adapters/dynamo-journal.ts';
import { dynamoMessages } from '../../../adapters/dynamo-messages.ts';
import { metrics } from '../../../contracts/metrics.ts';
import { seedContent } from '../../../domain/content/seed-content.ts';
import { messageFaults } from '../../../domain/message/check-messages.ts';
import { messageOutcomes } from '../../../domain/message/message-outcomes.ts';
import { planMessages } from '../../../domain/message/plan-messages.ts';
import type { SendOutcome, TextMessage } from '../../../domain/message/text-sender.ts';
import { messageDispatcherHandler } from '../../../lambdas/message-dispatcher/handler.ts';
import { messagePreviewHandler } from '../../../lambdas/message-preview/handler.ts';
import { messageReceiptsHandler } from '../../../lambdas/message-receipts/handler.ts';
import { suivi } from '../../../programmes/suivi/programme.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { context } from '../../support/calls/events.ts';
import { keyOf, personWith } from '../../support/messages/message-world.ts';
import { apiEvent } from '../report/api-event.ts';

const programmes = { suivi };
const at = '2026-11-20T08:00:00.000Z';
let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('messages', 'journal', 'content');
  await seedContent(suivi, at, { versions: dynamoContent(tables.client, 'content'), hash: contentHash });
});
afterAll(() => tables.stop());

function desk() {
  const sent: TextMessage[] = [];
  const wakes: { programme: string; chain: number; afterSeconds: number }[] = [];
  const counted: [string, number][] = [];
  const clock = { now: at };
  const outcome: { type: SendOutcome } = { type: { type: 'accepted' } };
  const journal = dynamoJournal(tables.client, 'journal');
  const ports = {
    messages: dynamoMessages(tables.client, 'messages'),
    content: dynamoContent(tables.client, 'content'),
    journal,
    consents: dynamoConsents(tables.client, 'messages'),
    profiles: {
      reveal: async (_programme: string, ids: readonly string[]) =>
        new Map(ids.map((id) => [id, { profile: personWith(`+3361200${id.slice(1)}`), corrections: [] }] as const)),
    },
    numberKeyOf: async (e164: string) => keyOf(e164),
    sender: {
      send: async (_programme: string, message: TextMessage) => {
        sent.push(message);
        return outcome.type;
      },
    },
    linkOf: async (_programme: string, subject: string) => `https://suivi.exemple/s/${subject}`,
  };
  const count = (metric: string, value: number) => void counted.push([metric, value]);
  const parts = { ports, programmes, count, now: () => clock.now };
  const wake = async (programme: string, chain: number, afterSeconds: number) =>
    void wakes.push({ programme, chain, afterSeconds });
  return {
    ...{ sent, wakes, counted, clock, outcome, ports, journal },
    dispatch: messageDispatcherHandler(async () => ({ ...parts, wakes: { wake }, perSecond: 2 })),
    receive: messageReceiptsHandler(async () => parts),
    preview: messagePreviewHandler(async () => ({ programmes, content: ports.content, now: () => clock.now })),
  };
}

const order = (subject: string) => ({
  id: `survey-j2-${subject}`,
  programme: 'suivi',
  subject,
  template: 'suivi-j2',
  fields: {},
  link: { purpose: 'survey', occasion: 'j2', expiresAt: '2026-11-30T00:00:00.000Z' } as const,
  at,
  notAfter: '2026-11-20T18:00:00.000Z',
  purpose: 'survey' as const,
  occasion: 'j2',
});
const tick = { schedule: 'message-tick', programme: 'suivi', scheduledTime: at };
const wakeOf = (chain: number) => ({ Records: [{ body: JSON.stringify({ programme: 'suivi', chain }) }] });
const batch = (...bodies: readonly unknown[]): SQSEvent =>
  ({ Records: bodies.map((body, index) => ({ messageId: `r${index}`, body: JSON.stringify(body) })) }) as never;
const event = (m: string, eventType: string) => ({
  eventType,
  eventTimestamp: Date.parse('2026-11-20T08:00:05.000Z'),
  messageId: `provider-${m}`,
  destinationPhoneNumber: '+33612345678',
  context: { p: 'suivi', m, n: '1' },
  totalMessageParts: 1,
  totalMessagePrice: 0.0742,
});

describe('the functions of messages', () => {
  it('ARS-02: from the plan to the journal: two a second, one chain, receipts in a batch with a bad one', async () => {
    const { dispatch, receive, sent, wakes, counted, ports, journal, clock } = desk();
    await planMessages(['p1001', 'p1002', 'p1003'].map(order), ports);
    await dispatch(tick, context);
    expect(sent.map(({ body }) => body.includes('https://suivi.exemple/s/p100'))).toEqual([true, true]);
    expect(wakes).toEqual([{ programme: 'suivi', chain: 1, afterSeconds: 1 }]);
    clock.now = '2026-11-20T08:00:01.000Z';
    // Two wakes of one chain are one run; a wake of another chain does nothing.
    await dispatch({ Records: [...wakeOf(1).Records, ...wakeOf(1).Records] }, context);
    expect(sent).toHaveLength(3);
    await dispatch(wakeOf(7), context);
    clock.now = '2026-11-20T08:00:02.000Z';
    await dispatch(wakeOf(1), context);
    expect(wakes).toHaveLength(2);

    const answer = await receive(
      batch(
        event('survey-j2-p1001', 'TEXT_DELIVERED'),
        { eventType: 'TEXT_DELIVERED' },
        event('survey-j2-p1002', 'TEXT_INVALID'),
        event('survey-j2-p9999', 'TEXT_DELIVERED'),
        event('survey-j2-p1001', 'TEXT_DELIVERED'),
      ),
      context,
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'r1' }] });
    expect(counted).toContainEqual([metrics.strangeReceipts, 1]);
    clock.now = '2026-11-20T08:20:00.000Z';
    await dispatch(tick, context);
    const outcomes = messageOutcomes(await journal.read('suivi', '2026-11-20'));
    expect(outcomes.map(({ messageId, change }) => [messageId, change.type])).toEqual([
      ['survey-j2-p1001', 'delivered'],
      ['survey-j2-p1002', 'failed'],
      ['survey-j2-p1003', 'sent'],
    ]);
  });

  it('COMMON-36: counts what operators must know: nothing can leave, and since when', async () => {
    const { dispatch, counted, ports, clock, outcome, wakes } = desk();
    outcome.type = { type: 'unavailable', cause: 'monthly_spend_limit_reached_for_text' };
    await planMessages(['p2001', 'p2002'].map(order), ports);
    clock.now = '2026-11-20T11:30:00.000Z';
    await dispatch(tick, context);
    expect(counted).toContainEqual([metrics.messagesHalted, 1]);
    expect(counted).toContainEqual([metrics.messagesLate, 210]);
    // The next minute tries again: each second would change nothing.
    expect(wakes).toEqual([]);
  });

  it('refuses to be woken for what is not here', async () => {
    const { dispatch } = desk();
    await expect(dispatch({ ...tick, programme: 'samps' }, context)).rejects.toThrow('accepted: suivi');
    await expect(dispatch({ schedule: 'campaign-tick' }, context)).rejects.toThrow('the schedule message-tick');
    await expect(dispatch({ Records: [{ body: '{"programme":"suivi"}' }] }, context)).rejects.toThrow('names chain');
  });
});

describe('COMMON-33: the preview of a text', () => {
  const ask = async (body: unknown, groups = 'suivi:client', programme = 'suivi') => {
    const options = { method: 'POST', userName: 'claire', groups, pathParameters: { programme } };
    const event = { ...apiEvent(`/api/${programme}/messages/apercu`, options), body: JSON.stringify(body) };
    const { statusCode, body: answer } = await desk().preview(event, context);
    return { status: statusCode, answer: JSON.parse(answer ?? '') };
  };

  it('COMMON-33: answers segments, price, replacements and faults as the author types', async () => {
    const { status, answer } = await ask({ text: 'L’ARS vous écrit au sujet du Covid : {link}' });
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      longest: { encoding: 'UCS-2', parts: 2, foreign: ['’'] },
      prices: [{ country: 'FR', sender: 'ARSPACA', dollars: 0.1484 }],
      suggestions: [{ character: '’', replacement: "'", times: 1 }],
      respelt: { longest: { encoding: 'GSM-7', parts: 1 } },
    });
    expect(answer.faults).toHaveLength(2);
  });

  it('COMMON-33: shows the templates in force', async () => {
    const options = { userName: 'ines', groups: 'suivi:supervisor', pathParameters: { programme: 'suivi' } };
    const event = apiEvent('/api/suivi/messages', options);
    const { body } = await desk().preview(event, context);
    const { templates } = JSON.parse(body ?? '');
    expect(templates).toHaveLength(suivi.messages?.messageTemplates.length ?? 0);
    expect(templates[0]).toMatchObject({ code: 'suivi-j2', preview: { faults: [], longest: { parts: 1 } } });
  });

  it.each([
    [{ text: 3 }, 400, 'text'],
    [{ text: 'x'.repeat(2001) }, 400, '2000 caractères'],
    [{ text: 'x', purpose: 'pub' }, 400, 'survey, reminder, information'],
    [{ text: 'x', fields: [{ name: 'a b', type: 'text' }] }, 400, 'fields[0]'],
    [{ text: 'x', fields: [{ name: 'a', type: 'money' }] }, 400, 'text, day, time'],
    [{ text: 'x', fields: 'a' }, 400, 'fields'],
  ])('refuses %j', async (body, status, said) => {
    const answer = await ask(body);
    expect([answer.status, answer.answer.error]).toEqual([status, expect.stringContaining(said)]);
  });

  it('COMMON-18: is for the client and supervisors of the programme', async () => {
    expect((await ask({ text: 'x' }, 'suivi:agent')).status).toBe(403);
    expect((await ask({ text: 'x' }, 'samps:client')).status).toBe(403);
    expect((await ask({ text: 'x' }, 'samps:client', 'samps')).status).toBe(404);
  });

  it('ARS-02: the texts of the programme can all be sent, each in one part of GSM-7', () => {
    expect(suivi.messages && messageFaults(suivi.messages)).toEqual([]);
  });
});
